package energy.registry.web.application.office;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.application.Registry;
import energy.registry.web.model.Actor;
import energy.registry.web.model.Movement;
import energy.registry.web.model.Outcome;
import energy.registry.web.model.Refusal;
import energy.registry.web.model.Role;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Window;
import energy.registry.web.model.office.ApiKey;
import energy.registry.web.model.office.CaseFile;
import energy.registry.web.model.office.CaseStatus;
import energy.registry.web.model.office.Member;
import energy.registry.web.port.office.Directory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From an application to a colleague with a login. */
final class JoinRegistryTest {
    private static final Actor IDA = new Actor("ida", "issuing-body", Set.of(Role.ISSUING_BODY));
    private static final Actor ADMIN = new Actor("karl", "kraftwerk-ost", Set.of(Role.BUYER, Role.ORGANISATION_ADMIN));
    private static final Actor PLAIN = new Actor("kim", "kraftwerk-ost", Set.of(Role.BUYER));
    private static final String REASON = "The public register shows it.";
    private static final String PASSWORD = "amber-otter-castle-7";

    private final MemoryOffice office = new MemoryOffice();
    private final People people = new People();
    private int last;
    private final JoinRegistry join =
            new JoinRegistry(office.cases, new Nobody().accounts(), office, this::next, office.journal, office.clock);
    private final ManagePeople manage =
            new ManagePeople(office.cases, people, join, this::next, office.journal, office.clock);

    private String next() {
        last++;
        return "secret-" + last + "-long-enough";
    }

    /** A registry in which no account id is taken. */
    private static final class Nobody {
        energy.registry.web.port.Accounts accounts() {
            energy.registry.web.port.Accounts all = new Registry().accounts();
            return new energy.registry.web.port.Accounts() {
                @Override
                public Slice<Movement> movements(String accountId, Window window) {
                    return Slice.empty();
                }

                @Override
                public energy.registry.web.model.Slice<energy.registry.web.model.AccountRow> list(Window window) {
                    return all.list(window);
                }

                @Override
                public java.util.Optional<energy.registry.web.model.AccountRow> find(String accountId) {
                    return accountId.equals("acme") ? all.find(accountId) : java.util.Optional.empty();
                }

                @Override
                public List<energy.registry.web.model.Balance> balances(String accountId) {
                    return all.balances(accountId);
                }

                @Override
                public energy.registry.web.model.Slice<energy.registry.web.model.TradeRow> trades(
                        String accountId, Window window) {
                    return all.trades(accountId, window);
                }
            };
        }
    }

    /** Logins in memory. */
    private static final class People implements Directory {
        private final Map<String, Member> members = new HashMap<>();
        private final Map<String, String> organisations = new HashMap<>();
        private final List<ApiKey> keys = new ArrayList<>();

        @Override
        public Outcome<List<Member>> members(String organisation) {
            return Outcome.done(members.values().stream()
                    .filter(member -> organisations.get(member.username()).equals(organisation))
                    .toList());
        }

        @Override
        public Outcome<Member> create(String organisation, Member member, String password, Set<Role> roles) {
            Member made = new Member(
                    member.username(),
                    member.name(),
                    member.email(),
                    true,
                    roles.stream().map(Role::realmName).sorted().toList());
            members.put(member.username(), made);
            organisations.put(member.username(), organisation);
            return Outcome.done(made);
        }

        @Override
        public Outcome<Member> enable(String organisation, String username, boolean enabled) {
            return organisation.equals(organisations.get(username))
                    ? Outcome.done(members.get(username))
                    : Outcome.refused(Refusal.notFound(username));
        }

        @Override
        public Outcome<List<ApiKey>> keys(String organisation) {
            return Outcome.done(keys);
        }

        @Override
        public Outcome<ApiKey> createKey(String organisation, String clientId, String name, Set<Role> roles) {
            keys.add(new ApiKey(clientId, name, List.of(), "s"));
            return Outcome.done(keys.get(keys.size() - 1));
        }

        @Override
        public Outcome<String> removeKey(String organisation, String clientId) {
            return Outcome.done(clientId);
        }
    }

    private static Map<String, String> answers() {
        return new HashMap<>(Map.of(
                "legalName",
                "Kraftwerk Ost GmbH",
                "accountId",
                "kraftwerk-ost",
                "wanted",
                "generator buyer",
                "registrationNo",
                "HRB 1",
                "country",
                "DE",
                "address",
                "Weg 1",
                "contactName",
                "Karl Ost",
                "contactEmail",
                "karl@ost.example",
                "terms",
                "yes"));
    }

    @Test
    void anOrganisationIsLetInAndItsFirstPersonIsItsAdministrator() {
        String secret = join.apply(answers()).result().orElseThrow();
        assertThat(manage.behind(secret)).isEmpty();
        CaseFile file = join.list(IDA, true, Window.first(9)).items().get(0);
        assertThat(file.id()).doesNotContain(secret);
        assertThat(join.decide(IDA, file.id(), true, REASON).isDone()).isTrue();
        assertThat(office.paths).containsExactly("LEDGER /v1/accounts");
        assertThat(office.bodies.get(0))
                .containsEntry("accountId", "kraftwerk-ost")
                .containsEntry("roles", List.of("generator", "buyer"));
        Member karl = manage.accept(secret, "karl", PASSWORD).result().orElseThrow();
        assertThat(karl.roles()).containsExactly("buyer", "generator", "organisation-admin");
        assertThat(manage.accept(secret, "karl2", PASSWORD).isDone())
                .as("the link opens once")
                .isFalse();
    }

    @Test
    void whatIsWrongIsNamed() {
        Map<String, String> wrong = answers();
        wrong.put("accountId", "acme");
        wrong.put("contactEmail", "karl");
        assertThat(join.remarks(wrong)).extracting("field").contains("accountId", "contactEmail");
        wrong.put("accountId", "issuing-body");
        assertThat(join.apply(wrong).isDone()).isFalse();
        assertThat(join.list(IDA, true, Window.first(9)).items()).isEmpty();
    }

    @Test
    void aRejectedOrganisationChoosesNoLogin() {
        String secret = join.apply(answers()).result().orElseThrow();
        join.decide(IDA, join.list(IDA, true, Window.first(9)).items().get(0).id(), false, REASON);
        assertThat(office.paths).isEmpty();
        assertThat(join.behind(secret).orElseThrow().status()).isEqualTo(CaseStatus.REJECTED);
        assertThat(manage.accept(secret, "karl", PASSWORD).isDone()).isFalse();
    }

    @Test
    void anAdministratorGivesNoMoreThanTheyHave() {
        assertThat(manage.invite(ADMIN, "Kim", "kim@ost.example", Set.of(Role.REGULATOR))
                        .whyNot()
                        .orElseThrow()
                        .field())
                .isEqualTo("roles");
        assertThat(manage.invite(PLAIN, "Kim", "kim@ost.example", Set.of(Role.BUYER))
                        .whyNot()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        String secret = manage.invite(ADMIN, "Kim Ost", "kim@ost.example", Set.of(Role.BUYER))
                .result()
                .orElseThrow();
        assertThat(manage.accept(secret, "Kim", PASSWORD).whyNot().orElseThrow().field())
                .isEqualTo("username");
        assertThat(manage.accept(secret, "kim", "short").whyNot().orElseThrow().field())
                .isEqualTo("password");
        assertThat(manage.accept(secret, "kim", PASSWORD).result().orElseThrow().roles())
                .containsExactly("buyer");
        assertThat(manage.accept(secret, "kim3", PASSWORD).isDone()).isFalse();
        assertThat(manage.createKey(ADMIN, "Export", Set.of(Role.ORGANISATION_ADMIN))
                        .isDone())
                .isFalse();
        assertThat(manage.createKey(ADMIN, "Export", Set.of(Role.BUYER)).isDone())
                .isTrue();
    }

    @Test
    void nobodySuspendsThemselvesOrAForeigner() {
        assertThat(manage.enable(ADMIN, "karl", false, "Holidays, for a while.")
                        .whyNot()
                        .orElseThrow()
                        .rule())
                .isEqualTo("NOT_ONESELF");
        assertThat(manage.enable(ADMIN, "greta", false, "Holidays, for a while.")
                        .whyNot()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }
}
