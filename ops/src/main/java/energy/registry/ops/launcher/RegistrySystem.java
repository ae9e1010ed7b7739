package energy.registry.ops.launcher;

import energy.registry.ops.supervise.Part;
import energy.registry.ops.supervise.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All steps of one system, each listed after the steps it needs. */
final class RegistrySystem {
    private final List<Step> steps;

    private RegistrySystem(List<Step> steps) {
        this.steps = steps;
    }

    static RegistrySystem of(Installation installation, List<DemoLogin> logins, boolean twin) throws IOException {
        ServiceSteps services = new ServiceSteps(installation);
        List<Step> steps = new ArrayList<>(new DatabaseSteps(installation).steps());
        steps.addAll(new LedgerSteps(installation).steps());
        steps.addAll(new KeycloakSteps(installation, logins).steps());
        steps.add(services.vision());
        steps.add(services.ingest());
        steps.add(new WebSteps(installation).web());
        if (twin) {
            steps.add(services.twin());
        }
        return new RegistrySystem(steps);
    }

    List<Step> steps() {
        return steps;
    }

    List<Part> parts() {
        return steps.stream()
                .filter(Part.class::isInstance)
                .map(Part.class::cast)
                .toList();
    }
}
