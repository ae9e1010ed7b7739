package energy.registry.domain.certificate;

import energy.registry.domain.encoding.CanonicalReader;
import energy.registry.domain.encoding.CanonicalWriter;

/** On whose behalf energy is taken out of circulation; fixed at retirement. */
public final class Beneficiary {
    private final String name;
    private final String id;
    private final String country;
    private final String location;

    /**
     * @param name legal name
     * @param id registration number or other identifier; may be empty
     * @param country ISO 3166-1 alpha-2
     * @param location site or address; may be empty
     */
    public Beneficiary(String name, String id, String country, String location) {
        this.name = name;
        this.id = id;
        this.country = country;
        this.location = location;
    }

    public String name() {
        return name;
    }

    public String id() {
        return id;
    }

    public String country() {
        return country;
    }

    public String location() {
        return location;
    }

    void write(CanonicalWriter out) {
        out.text(name).text(id).text(country).text(location);
    }

    static Beneficiary read(CanonicalReader in) {
        return new Beneficiary(
                in.text("beneficiary.name"),
                in.text("beneficiary.id"),
                in.text("beneficiary.country"),
                in.text("beneficiary.location"));
    }
}
