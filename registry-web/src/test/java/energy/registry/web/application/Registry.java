package energy.registry.web.application;

import energy.registry.web.model.AuditFigures;
import energy.registry.web.model.DailyEnergy;
import energy.registry.web.model.ReportAsk;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.Slice;
import energy.registry.web.model.Totals;
import energy.registry.web.model.Window;
import energy.registry.web.port.Accounts;
import energy.registry.web.port.Certificates;
import energy.registry.web.port.Devices;
import energy.registry.web.port.Figures;
import energy.registry.web.port.Projection;
import energy.registry.web.port.Retirements;
import java.util.List;
import java.util.Optional;

/** The registry in memory, for tests of other packages. */
public final class Registry {
    private final MemoryRegistry memory = new MemoryRegistry();

    public Devices devices() {
        return memory.devices();
    }

    public Accounts accounts() {
        return memory.accounts();
    }

    public Certificates certificates() {
        return memory.certificates();
    }

    /** Sums of a sound registry. */
    public Figures figures() {
        return new Figures() {
            @Override
            public java.util.Map<String, energy.registry.web.model.AttributesSold> attributes(List<String> deviceIds) {
                return java.util.Map.of();
            }

            @Override
            public Totals totals(String accountId) {
                throw new UnsupportedOperationException("nobody asks here");
            }

            @Override
            public AuditFigures audit() {
                return new AuditFigures(
                        true, 1, 2, 2_000_000, 2_000_000, 0, List.of(), List.of(), 7, MemoryRegistry.NOW);
            }

            @Override
            public List<DailyEnergy> daily(String accountId, int days) {
                return List.of();
            }
        };
    }

    public Projection projection() {
        return memory.projection();
    }

    /** None was retired. */
    public Retirements retirements() {
        return new Retirements() {
            @Override
            public Slice<RetirementRow> list(String owner, Window window) {
                return Slice.empty();
            }

            @Override
            public Slice<RetirementRow> withoutLines(String owner, Window window) {
                return Slice.empty();
            }

            @Override
            public List<RetirementRow> of(String owner, ReportAsk ask, int most) {
                return List.of();
            }

            @Override
            public Optional<RetirementRow> find(String statementNo) {
                return Optional.empty();
            }

            @Override
            public List<String> statementsOf(String certificateId) {
                return List.of();
            }
        };
    }
}
