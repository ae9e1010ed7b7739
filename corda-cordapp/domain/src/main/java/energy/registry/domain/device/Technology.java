package energy.registry.domain.device;

/** Energy source and technology with the codes of the EECS Fact Sheet 5. Written as ordinal: append only. */
public enum Technology {
    WIND("F01050100", "T020000"),
    SOLAR("F01040100", "T010000"),
    /** Gives back energy of any source; the certificates that charged it say of which. */
    STORAGE("F00000000", "T070000");

    private final String energySourceCode;
    private final String technologyCode;

    Technology(String energySourceCode, String technologyCode) {
        this.energySourceCode = energySourceCode;
        this.technologyCode = technologyCode;
    }

    public String energySourceCode() {
        return energySourceCode;
    }

    public String technologyCode() {
        return technologyCode;
    }
}
