package energy.registry.web.model;

/** Somebody for whom an organisation retires. */
public record AddressBookEntry(String beneficiaryId, Beneficiary beneficiary) {}
