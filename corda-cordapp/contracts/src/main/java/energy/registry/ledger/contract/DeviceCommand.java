package energy.registry.ledger.contract;

/** A change of a registered device, with who ordered it and why. */
public interface DeviceCommand extends RegistryCommand {
    /** User name at the authority that ordered the change. */
    String getActor();

    String getReason();
}
