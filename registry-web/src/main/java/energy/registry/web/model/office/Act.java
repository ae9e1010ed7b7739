package energy.registry.web.model.office;

import energy.registry.web.model.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A guided act: who may do it to what, which questions it asks, what it brings about, and the command that does it.
 *
 * @param slug its name in addresses
 * @param effect what happens when it is done, said before it is done
 * @param performers roles that may do it, or propose it
 * @param decider the role that has to agree where the performer does not have it; empty for none
 * @param consent the kind of approval that the regulator's node needs first; empty for none
 * @param services where the command goes, one after the other
 * @param path with {subject}, {device} or {meter} in it
 * @param constants what the command says beside the answers
 */
public record Act(
        String slug,
        String title,
        String lead,
        String effect,
        ActSubject subject,
        Set<Role> performers,
        Optional<Role> decider,
        String consent,
        List<Service> services,
        String path,
        Map<String, Object> constants,
        List<Field> fields) {
    public Act {
        fields = List.copyOf(fields);
        constants = Map.copyOf(constants);
    }

    public static Act of(
            String slug, String title, String lead, String effect, ActSubject subject, Role... performers) {
        return new Act(
                slug,
                title,
                lead,
                effect,
                subject,
                Set.of(performers),
                Optional.empty(),
                "",
                List.of(),
                "",
                Map.of(),
                List.of());
    }

    public Act sends(String to, Service... by) {
        return new Act(
                slug, title, lead, effect, subject, performers, decider, consent, List.of(by), to, constants, fields);
    }

    public Act saying(Map<String, Object> more) {
        return new Act(slug, title, lead, effect, subject, performers, decider, consent, services, path, more, fields);
    }

    public Act asking(Field... questions) {
        return new Act(
                slug,
                title,
                lead,
                effect,
                subject,
                performers,
                decider,
                consent,
                services,
                path,
                constants,
                List.of(questions));
    }

    public Act decidedBy(Role role) {
        return new Act(
                slug,
                title,
                lead,
                effect,
                subject,
                performers,
                Optional.of(role),
                consent,
                services,
                path,
                constants,
                fields);
    }

    public Act withConsent(String kind) {
        return new Act(
                slug,
                title,
                lead,
                effect,
                subject,
                performers,
                Optional.of(Role.REGULATOR),
                kind,
                services,
                path,
                constants,
                fields);
    }

    /** True when this role's word is enough. */
    public boolean decidedAtOnceBy(Set<Role> roles) {
        return decider.isEmpty() || roles.contains(decider.get());
    }
}
