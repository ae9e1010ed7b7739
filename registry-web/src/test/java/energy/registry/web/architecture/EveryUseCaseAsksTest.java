package energy.registry.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import energy.registry.web.application.Permission;
import energy.registry.web.model.Actor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what is decided in the use cases: each public method of theirs asks, or is one of those that are open to anyone. */
final class EveryUseCaseAsksTest {
    private static final String APPLICATION = "energy.registry.web.application";

    /** Questions whose answer decides. */
    private static final Set<String> ASKING = Set.of("belongsTo", "maySee", "seesEverything", "is", "signedIn");

    /** Open to anyone, or done by the house itself on nobody's behalf; each for a reason that its own text gives. */
    private static final Set<String> OPEN = Set.of(
            "DeviceQueries.directory",
            "DeviceQueries.find",
            "RetirementQueries.latest",
            "RetirementQueries.find",
            "RetirementQueries.pdf",
            "RetirementQueries.bundle",
            "FigureQueries.registry",
            "FigureQueries.audit",
            "FigureQueries.attributes",
            "FigureQueries.daily",
            "FigureQueries.lastSeq",
            "FollowLedger.step",
            "ExportAudit.key",
            "JoinRegistry.apply",
            "JoinRegistry.behind",
            "JoinRegistry.remarks",
            "ManagePeople.accept",
            "ManagePeople.behind",
            "Deliver.step",
            "SpreadNews.step",
            // What is wrong with answers that the caller has already.
            "PerformAct.remarks",
            "RegisterDevice.remarks",
            "RegisterDevice.unfinished",
            "ReviewDevice.neighbours",
            "DecideProposal.act",
            "DecideProposal.answers",
            "ManagePeople.giveable",
            // Writes down what a use case has done.
            "Journal.record",
            "Journal.once",
            "Journal.tell");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("energy.registry.web");

    @Test
    void everyPublicMethodAsksWhoComesOrIsNamedAsOpen() {
        List<JavaMethod> methods = useCases()
                .flatMap(useCase -> useCase.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .toList();
        assertThat(methods).hasSizeGreaterThan(80);
        Set<String> silent = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        for (JavaMethod method : methods) {
            found.add(name(method));
            if (!asks(method) && !OPEN.contains(name(method))) {
                silent.add(name(method));
            }
        }
        assertThat(silent).as("use cases that ask nothing of the one who comes").isEmpty();
        assertThat(found).as("what is named as open is there").containsAll(OPEN);
    }

    @Test
    void aMethodThatAsksNothingWouldBeNoticed() {
        JavaMethod open = CLASSES.get(APPLICATION + ".FigureQueries").getMethod("registry");
        assertThat(asks(open)).isFalse();
        JavaMethod asking = CLASSES.get(APPLICATION + ".AccountQueries").getMethod("mine", Actor.class);
        assertThat(asks(asking)).isTrue();
    }

    /** What the configuration hands to the doors. */
    private static Stream<JavaClass> useCases() {
        return Stream.of("UseCases", "OfficeUseCases")
                .map(config -> CLASSES.get("energy.registry.web.config." + config))
                .flatMap(config -> config.getMethods().stream())
                .map(JavaMethod::getRawReturnType)
                .filter(type -> type.getPackageName().startsWith(APPLICATION))
                .distinct();
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    /** True when the method, or what it calls of the application, asks about the actor. */
    private static boolean asks(JavaMethod start) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(start));
        Set<JavaCodeUnit> seen = new HashSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (!seen.add(unit)) {
                continue;
            }
            for (JavaMethodCall call : unit.getMethodCallsFromSelf()) {
                JavaClass owner = call.getTargetOwner();
                if (owner.isEquivalentTo(Permission.class)
                        || (owner.isEquivalentTo(Actor.class) && ASKING.contains(call.getName()))) {
                    return true;
                }
                if (owner.getPackageName().startsWith(APPLICATION)) {
                    call.getTarget().resolveMember().ifPresent(open::add);
                }
            }
        }
        return false;
    }
}
