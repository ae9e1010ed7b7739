package energy.registry.ops.launcher;

/** The ports of one running system, all moved by the same distance from their defaults. */
record Ports(int base) {
    static final int DEFAULT_BASE = 8000;

    /** The lowest default port, MQTT's 1883, must stay above the ports that only root may use. */
    private static final int BASE_MIN = DEFAULT_BASE - (1883 - 1024);

    /** The highest default port, the regulator node's 10132, must stay below the ports the kernel hands out. */
    private static final int BASE_MAX = 30_000;

    static int checkedBase(int base) throws UsageException {
        if (base < BASE_MIN || base > BASE_MAX) {
            throw new UsageException(
                    "--port-base " + base + " is out of range; choose one from " + BASE_MIN + " to " + BASE_MAX);
        }
        return base;
    }

    int web() {
        return at(8080);
    }

    int webManagement() {
        return at(8099);
    }

    int gateway() {
        return at(8090);
    }

    int ingest() {
        return at(8091);
    }

    int mqtt() {
        return at(1883);
    }

    int vision() {
        return at(8092);
    }

    int twin() {
        return at(8095);
    }

    int keycloak() {
        return at(8180);
    }

    int keycloakManagement() {
        return at(8190);
    }

    int postgres() {
        return at(8432);
    }

    private int at(int defaultPort) {
        return defaultPort + base - DEFAULT_BASE;
    }
}
