package energy.registry.web.adapter.persistence.office;

import energy.registry.web.application.office.MemoryOffice;
import energy.registry.web.port.office.CaseFiles;

/** The cases in memory that other tests lean on keep the contract too. */
final class MemoryCasesTest implements CaseFilesContract {
    @Override
    public CaseFiles cases() {
        return new MemoryOffice.Cases();
    }
}
