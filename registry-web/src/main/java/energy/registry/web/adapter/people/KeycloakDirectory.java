package energy.registry.web.adapter.people;

import static energy.registry.web.adapter.http.ServiceDoor.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.registry.web.adapter.http.AdminDoor;
import energy.registry.web.adapter.http.AdminDoor.Answer;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.office.ApiKey;
import energy.registry.web.model.office.Member;
import energy.registry.web.port.office.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People and machines in Keycloak's realm. A user belongs to the organisation in the attribute {@code org}. */
public final class KeycloakDirectory implements Directory {
    /** People of one organisation on one page. */
    private static final int MEMBERS_MAX = 100;

    private static final String ORG = "org";
    private static final String KEY_ORG = "registry.org";

    private final AdminDoor door;

    public KeycloakDirectory(AdminDoor door) {
        this.door = door;
    }

    @Override
    public Outcome<List<Member>> members(String organisation) {
        String query =
                "/users?briefRepresentation=false&max=" + MEMBERS_MAX + "&q=" + encoded(ORG + ":" + organisation);
        return good("GET", query, null).map(answer -> {
            List<Member> members = new ArrayList<>();
            for (JsonNode user : answer.body()) {
                if (organisationOf(user).equals(organisation)) {
                    members.add(member(user));
                }
            }
            return members;
        });
    }

    private Member member(JsonNode user) {
        String name =
                (user.path("firstName").asText("") + " " + user.path("lastName").asText("")).strip();
        return new Member(
                user.path("username").asText(),
                name,
                user.path("email").asText(""),
                user.path("enabled").asBoolean(),
                roles(user.path("id").asText()));
    }

    private List<String> roles(String userId) {
        List<String> names = new ArrayList<>();
        good("GET", "/users/" + userId + "/role-mappings/realm", null).result().ifPresent(answer -> answer.body()
                .forEach(role ->
                        Role.ofRealmName(role.path("name").asText()).ifPresent(known -> names.add(known.realmName()))));
        return names;
    }

    @Override
    public Outcome<Member> create(String organisation, Member member, String password, Set<Role> roles) {
        String[] names = member.name().strip().split("\\s+(?=\\S+$)", 2);
        Map<String, Object> user = Map.of(
                "username", member.username(),
                "enabled", true,
                "email", member.email(),
                "firstName", names[0],
                "lastName", names.length > 1 ? names[1] : "-",
                "attributes", Map.of(ORG, List.of(organisation)),
                "credentials", List.of(Map.of("type", "password", "value", password, "temporary", false)));
        return door.call("POST", "/users", user)
                .then(KeycloakDirectory::made)
                .then(id -> grant(id, roles))
                .map(done -> new Member(member.username(), member.name(), member.email(), true, names(roles)));
    }

    private static Outcome<String> made(Answer answer) {
        if (answer.good()) {
            return Outcome.done(answer.madeId());
        }
        String why = answer.body()
                .path("errorMessage")
                .asText(answer.body().path("error_description").asText(""));
        if (answer.status() == 409) {
            return Outcome.refused(Refusal.conflict(
                    "USERNAME_TAKEN", "Somebody has this user name or e-mail address already. Choose another."));
        }
        return answer.status() == 400
                ? Outcome.refused(Refusal.conflict(
                        "PASSWORD_TOO_WEAK",
                        "The identity provider does not take it: " + why
                                + ". Use at least 12 characters, and not the user name."))
                : Outcome.refused(Refusal.unavailable(
                        "DIRECTORY_REFUSED", "The identity provider refused it (" + answer.status() + ")."));
    }

    private Outcome<Answer> grant(String userId, Set<Role> roles) {
        String path = "/users/" + userId + "/role-mappings/realm";
        return good("GET", path + "/available", null).then(available -> {
            List<JsonNode> wanted = new ArrayList<>();
            available.body().forEach(role -> Role.ofRealmName(role.path("name").asText())
                    .filter(roles::contains)
                    .ifPresent(known -> wanted.add(role)));
            return good("POST", path, wanted);
        });
    }

    @Override
    public Outcome<Member> enable(String organisation, String username, boolean enabled) {
        return good("GET", "/users?exact=true&briefRepresentation=false&username=" + encoded(username), null)
                .then(found -> {
                    Optional<ObjectNode> user = ours(found.body(), organisation);
                    if (user.isEmpty()) {
                        return Outcome.refused(Refusal.notFound("“" + username + "”"));
                    }
                    ObjectNode changed = user.get().put("enabled", enabled);
                    String id = changed.path("id").asText();
                    return good("PUT", "/users/" + id, changed)
                            .then(done -> enabled ? Outcome.done(done) : good("POST", "/users/" + id + "/logout", null))
                            .map(done -> member(changed));
                });
    }

    private static Optional<ObjectNode> ours(JsonNode users, String organisation) {
        for (JsonNode user : users) {
            if (user instanceof ObjectNode found && organisationOf(user).equals(organisation)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String organisationOf(JsonNode user) {
        return user.path("attributes").path(ORG).path(0).asText("");
    }

    @Override
    public Outcome<List<ApiKey>> keys(String organisation) {
        return clients(organisation).map(clients -> clients.stream()
                .map(client -> new ApiKey(
                        client.path("clientId").asText(),
                        client.path("name").asText(""),
                        List.of(client.path("attributes")
                                .path("registry.roles")
                                .asText("")
                                .split(" ")),
                        ""))
                .toList());
    }

    private Outcome<List<JsonNode>> clients(String organisation) {
        return good("GET", "/clients?search=true&max=" + MEMBERS_MAX + "&clientId=" + encoded("key-"), null)
                .map(answer -> {
                    List<JsonNode> clients = new ArrayList<>();
                    for (JsonNode client : answer.body()) {
                        if (client.path("attributes").path(KEY_ORG).asText("").equals(organisation)) {
                            clients.add(client);
                        }
                    }
                    return clients;
                });
    }

    @Override
    public Outcome<ApiKey> createKey(String organisation, String clientId, String name, Set<Role> roles) {
        return door.call("POST", "/clients", KeyClient.of(organisation, clientId, name, names(roles)))
                .then(KeycloakDirectory::made)
                .then(id -> good("GET", "/clients/" + id + "/service-account-user", null)
                        .then(user -> grant(user.body().path("id").asText(), roles))
                        .then(granted -> good("GET", "/clients/" + id + "/client-secret", null)))
                .map(secret -> new ApiKey(
                        clientId,
                        name,
                        names(roles),
                        secret.body().path("value").asText()));
    }

    @Override
    public Outcome<String> removeKey(String organisation, String clientId) {
        return clients(organisation).then(clients -> clients.stream()
                .filter(client -> client.path("clientId").asText().equals(clientId))
                .findFirst()
                .map(client -> good("DELETE", "/clients/" + client.path("id").asText(), null)
                        .map(done -> clientId))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("This key"))));
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::realmName).sorted().toList();
    }

    private Outcome<Answer> good(String method, String path, Object body) {
        return door.call(method, path, body)
                .then(answer -> answer.good()
                        ? Outcome.done(answer)
                        : Outcome.refused(Refusal.unavailable(
                                "DIRECTORY_REFUSED", "The identity provider refused it (" + answer.status() + ").")));
    }
}
