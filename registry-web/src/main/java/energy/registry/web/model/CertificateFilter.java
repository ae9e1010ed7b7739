package energy.registry.web.model;

import java.time.Instant;

/** Which certificates: empty or null fields do not filter; status LIVE means every unspent one. */
public record CertificateFilter(
        String owner, String device, String status, String technology, String country, Instant from, Instant until) {
    public static final String LIVE = "LIVE";

    public CertificateFilter {
        owner = owner == null ? "" : owner;
        device = device == null ? "" : device;
        status = status == null ? "" : status;
        technology = technology == null ? "" : technology;
        country = country == null ? "" : country;
    }

    public static CertificateFilter liveOf(String owner) {
        return new CertificateFilter(owner, "", LIVE, "", "", null, null);
    }

    public static CertificateFilter all() {
        return new CertificateFilter("", "", "", "", "", null, null);
    }

    public CertificateFilter ownedBy(String account) {
        return new CertificateFilter(account, device, status, technology, country, from, until);
    }
}
