package energy.registry.ledger.attack;

import energy.registry.domain.rule.Rule;
import energy.registry.domain.rule.Verdict;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.matcher.ElementMatchers;

/** A contract with one rule that holds whatever is true. Exists in the memory of a test only. */
final class PlantedFault implements AutoCloseable {
    private static final String PROPERTY = "planted.fault";

    private static boolean possible;

    private PlantedFault() {}

    static PlantedFault in(Rule rule) {
        makePossible();
        System.setProperty(PROPERTY, rule.name());
        return new PlantedFault();
    }

    private static synchronized void makePossible() {
        if (!possible) {
            ByteBuddyAgent.install();
            new ByteBuddy()
                    .redefine(Rule.class)
                    .visit(Advice.to(AlwaysHolds.class)
                            .on(ElementMatchers.named("holds").or(ElementMatchers.named("isBrokenBy"))))
                    .make()
                    .load(Rule.class.getClassLoader(), ClassReloadingStrategy.fromInstalledAgent());
            possible = true;
        }
    }

    @Override
    public void close() {
        System.clearProperty(PROPERTY);
    }

    /** Copied into the rule's own methods. */
    static final class AlwaysHolds {
        private AlwaysHolds() {}

        @Advice.OnMethodExit
        static void exit(@Advice.This Rule rule, @Advice.Return(readOnly = false) Verdict verdict) {
            if (rule.name().equals(System.getProperty("planted.fault"))) {
                verdict = Verdict.VALID;
            }
        }
    }
}
