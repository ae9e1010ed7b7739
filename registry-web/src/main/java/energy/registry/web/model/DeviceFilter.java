package energy.registry.web.model;

/** Which devices: empty fields do not filter. */
public record DeviceFilter(String owner, String technology, String country, String search) {
    public static final DeviceFilter ALL = new DeviceFilter("", "", "", "");

    public DeviceFilter {
        owner = owner == null ? "" : owner;
        technology = technology == null ? "" : technology;
        country = country == null ? "" : country;
        search = search == null ? "" : search;
    }

    public DeviceFilter ownedBy(String account) {
        return new DeviceFilter(account, technology, country, search);
    }
}
