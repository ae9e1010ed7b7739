package energy.registry.domain.rule;

/**
 * The rule book: one constant is one present-tense sentence and one predicate. The order is the order of precedence, and
 * {@code ops/docs/rule-book.md} lists the same rules in the same order.
 */
public enum Rule {
    COMMAND_IS_KNOWN("The transaction has exactly one command of the registry."),
    NOTARY_IS_PINNED("Every state stays with the notary it was created under."),
    STATES_ARE_EXPECTED("The transaction has the states that its command speaks of and no others."),
    REQUIRED_KEYS_SIGN("Every party whose consent the command needs signs it."),

    ACCOUNT_IS_COMPLETE("An account has an id, a name, a country and at least one known role."),
    ACCOUNT_ID_IS_NEW("No account with this id exists."),
    ACCOUNT_EXISTS("The account that a command names exists."),

    CONTROL_IS_FOUNDED("The control state starts with nothing frozen, by issuing body and regulator."),
    FREEZES_ARE_CONSULTED("An owner's command and an issue refer to the control state as it is now."),
    SUBJECT_IS_NOT_FROZEN("No device and no account that takes part is frozen."),
    FREEZE_IS_COMPLETE("A freeze names an existing device or account, a reason, a case and an end after its start."),
    FREEZE_LIST_HAS_ROOM("The freeze list holds no more freezes than its limit."),
    FREEZE_EXISTS("The freeze that is lifted is on the list."),
    FREEZE_LIST_FOLLOWS_COMMAND("The freeze list changes by exactly the freeze that the command names."),
    APPROVAL_IS_GIVEN("The regulator has approved the act for its subject and time."),

    REGISTER_STARTS_EMPTY("The device register starts empty."),
    REGULATOR_FOUNDS_REGISTER("The regulator signs the founding of the device register."),
    DEVICE_IS_CANONICAL("A device is given in its canonical bytes."),
    METERING_POINT_IS_WELL_FORMED(
            "A metering point that reads as a GSRN or an EIC has the check character of its kind."),
    DEVICE_IS_METERED_NET("The device's register counts net of the station's own use."),
    DEREGISTRATION_IS_PROVEN("The end of a device's registration elsewhere is signed by the registry it was in."),
    ATTESTATION_IS_WITHIN_A_YEAR("The owner's next attestation is due within a year and a day."),
    DEVICE_IS_NEW("No registered device shares this device's id, meters, cameras, keys or metering point."),
    LOCATION_IS_FREE_OR_SHARED(
            "No device of this technology stands at the device's place, or the regulator consents that they share it."),
    REGISTER_FOLLOWS_DEVICE("The register's new root adds exactly this device's fingerprints."),
    PAGE_FOLLOWS_REGISTRATION("The cursor page gains exactly this device's fresh cursor."),
    PAGE_HAS_ROOM("A cursor page holds no more cursors than its limit."),
    OWNER_HAS_ACCOUNT("The device's owner is an account, and the cursor pays out to that account's key."),

    DEVICE_EXISTS("The device that a command names is registered."),
    STATUS_PERMITS_ACTION("The device's status permits the action."),
    ATTESTATION_IS_OVERDUE("An attestation lapses after the day on which it was due."),
    CHANGE_STARTS_ON_GRID("A change of a device's record takes effect at an interval boundary."),
    CHANGES_ARE_IN_ORDER("A change of a device's record takes effect no earlier than the change before it."),
    CHANGE_LIES_AFTER_ISSUED_TIME("A hand-over or a meter exchange takes effect after all issued time."),
    CHANGE_KEEPS_THE_REST(
            "A change of a device's record leaves everything as it is that its command does not speak of."),
    DECLARATIONS_STAY("A declared registration elsewhere is ended, never left out."),
    CLOSING_REGISTER_CONTINUES("A meter's closing register fits the register of the last issued time."),
    CLOSING_REGISTER_IS_SIGNED("A closing statement is the old meter's own and ends with the closing register."),
    DEVICE_FOLLOWS_CHANGE("The device after a change is the exact consequence of the one before and the command."),
    CURSOR_FOLLOWS_CHANGE("The cursor after a change is the exact consequence of the one before and the command."),

    BATCH_IS_BOUNDED("An issue carries at least one claim and no more than the limit."),
    CLAIM_IS_CANONICAL("A claim is given in its canonical bytes."),
    METER_IS_REGISTERED("The claim's meter has a cursor."),
    DEVICE_OWNS_METER("The claim names the device that the meter belongs to."),
    DEVICE_IS_ACTIVE("The claim's device is active."),
    RECORD_IS_IN_FORCE("The claimed time lies under one version of the device's record."),
    METER_SIGNED_STATEMENT("The meter's registered key signed the statement."),
    QUORUM_SIGNED_CLAIM("As many different registered verifiers as the quorum asks for signed the claim."),
    CAMERA_SUPPORTS_ENERGY("The finding of the verifiers satisfies the device's camera policy."),
    QUALITY_IS_NOT_ESTIMATED("Estimated readings are no source of certificates."),
    INTERVAL_IS_ON_GRID("The statement's intervals lie on the device's market grid."),
    INTERVAL_NOT_YET_ISSUED("The claimed time lies after all issued time or wholly inside one gap."),
    EPOCH_IS_CURRENT("The statement belongs to the register epoch of the time it speaks of."),
    REGISTER_DOES_NOT_FALL("The register does not fall inside the statement."),
    REGISTER_CONTINUES("The register values fit between those of the neighbouring issued time."),
    SEQUENCE_CONTINUES("Statements of later time have no lower sequence number."),
    STATEMENT_CHAIN_CONTINUES("A statement names the meter's statement before it."),
    ENERGY_IS_WITHIN_ENVELOPE("The energy of each interval is not above the envelope that the verifiers signed."),
    ENERGY_IS_WITHIN_CAPACITY("The energy of each interval is not above what the device's capacity permits."),
    SUPPORT_PERMITS_ISSUE("No scheme that blocks certificates pays for the claimed time."),
    NO_OTHER_REGISTRY_ISSUES("No other registry may have issued for the claimed time."),
    ENERGY_IS_PRODUCED("The claimed time is over when its certificates are issued."),
    ISSUE_IS_IN_TIME("Certificates are issued within 62 days of their energy, or with the regulator's consent."),
    CURSOR_FOLLOWS_CLAIMS("The cursors after an issue are the exact consequence of those before and the claims."),
    CERTIFICATES_FOLLOW_CLAIMS("The certificates of an issue are the exact consequence of its claims."),
    ISSUE_TIME_IS_NOTARISED("The time of issue lies within the notarised time window."),
    ISSUER_IS_PINNED("Cursor pages stay with their issuer and number."),

    CERTIFICATE_EXISTS("The certificate that a command names exists and is not consumed."),
    CERTIFICATE_IS_CANONICAL("A certificate is given in its canonical bytes."),
    CERTIFICATE_IS_ACTIVE("The certificate is active."),
    CERTIFICATE_IS_OFFERED("The certificate is offered."),
    CERTIFICATE_IS_NOT_EXPIRED("The notarised time window ends before the certificate expires."),
    OWNER_HOLDS_CERTIFICATE("The account that acts owns the certificate."),
    ENERGY_IS_CONSERVED("The certificates and retirements after a command partition those before it."),
    IDENTITY_IS_KEPT("A certificate keeps its issuer, its issuance and its hours."),
    OWNERSHIP_FOLLOWS_COMMAND("Ownership and lock of each certificate change exactly as the command says."),
    QUANTITY_IS_POSITIVE("A quantity is at least one watt-hour and no more than the certificate has."),
    OFFER_IS_COMPLETE("An offer has a price, a currency, a minimum lot within its quantity and an end."),
    OFFER_IS_VALID("The notarised time window ends before the offer does."),
    LOT_IS_LARGE_ENOUGH("A purchase takes the offer's minimum lot, or all that is left."),
    BUYER_IS_NOT_SELLER("Nobody buys from himself."),
    PIECES_ARE_ADJACENT("Merged certificates are of one issue and follow each other without a gap."),
    RECEIVER_IS_NOT_SENDER("Nobody transfers to himself."),
    TRANSFER_IS_COMPLETE("A transfer has its number, one receiver and an end at most 72 hours ahead."),
    CERTIFICATE_IS_PENDING("The certificates are locked under one transfer."),
    TRANSFER_IS_OPEN("The notarised time window ends before the transfer lapses."),
    TRANSFER_HAS_LAPSED("A transfer lapses only after its end."),

    WITHDRAWAL_NAMES_CLAIM("A withdrawal carries its reason and the claim that its certificates come from."),
    WITHDRAWAL_IS_OF_ISSUED_TIME("A withdrawal speaks of issued time of its claim and of no more than its energy."),
    WITHDRAWAL_TAKES_WHOLE_TIME("A withdrawal takes from each certificate all energy of the time it names."),
    WITHDRAWAL_IS_AGREED("The regulator signs a withdrawal from another than the device's owner."),
    CURSOR_FOLLOWS_WITHDRAWAL("Withdrawn time is open again when all of its energy is taken, and is debt otherwise."),
    CORRECTION_IS_PLAUSIBLE("A correction is positive, not above what the meter was issued, and has a reason."),
    CURSOR_FOLLOWS_CORRECTION("A correction raises the meter's debt by its amount and changes nothing else."),
    CERTIFICATE_IS_EXPIRED("A certificate expires only after its end."),
    CERTIFICATE_IS_NOT_ABROAD("What may live in another registry neither expires nor is withdrawn here."),
    END_LISTS_CERTIFICATES("An end record lists exactly the certificates that its command takes out of circulation."),
    END_IS_FINAL("No command consumes an end record."),

    REGISTRY_IS_COMPLETE("A foreign registry is entered with name and key, nothing imported, by regulator and issuer."),
    REGISTRY_IS_KNOWN("The registry that a command names is entered."),
    EXPORT_IS_COMPLETE("An export has its number, a known registry and an account there."),
    EXPORT_IS_PENDING("The certificates are locked under one export."),
    RECEIPT_IS_SIGNED("A receipt is canonical and signed with the registered key of the registry that gives it."),
    RECEIPT_FITS_EXPORT("A receipt accepts or refuses exactly the certificates of its export."),
    RECEIPT_FITS_IMPORT("A receipt gives certificates of its own registry to an account of this one."),
    IMPORT_IS_NEW("No serial of an import was imported before."),
    REGISTRY_FOLLOWS_IMPORT("The imported ranges of a registry grow by exactly the import."),
    CERTIFICATES_FOLLOW_RECEIPT("An import makes the certificates of its receipt, free, in the receiver's hands."),

    MONEY_IS_POSITIVE("An amount of money is positive and no balance is negative."),
    MONEY_IS_CONSERVED("Balances change by exactly the amounts that the command names."),
    MONEY_HAS_ONE_BALANCE("A command leaves one balance for an account and currency."),
    JOINING_IS_BOUNDED("A command joins no more proceeds with a balance than the limit."),
    MONEY_IS_OF_AGREED_AGENT("Payment is in the offer's currency, held by the offer's settlement agent."),
    PRICE_IS_PAID("The buyer pays and the seller receives price times energy, rounded up to the minor unit."),
    PROCEEDS_ARE_THE_SELLERS(
            "A purchase makes one state of proceeds for each seller it pays, numbered by the purchase."),
    TOTAL_IS_WITHIN_LIMIT("The total is not above the buyer's limit."),

    RETIREMENT_IS_COMPLETE("A retirement names beneficiary, purpose, reason and period."),
    RETIREMENT_LISTS_CERTIFICATES("A retirement lists exactly the certificates that it takes out of circulation."),
    ALLOCATION_FITS_RETIREMENT("A retirement is shared out among named end users in serials that do not overlap."),
    RETIREMENT_IS_FINAL("No command but a reversal consumes a retirement."),
    REVERSAL_IS_IN_TIME("A retirement is reversed within 24 hours, with a reason and a ticket."),

    CONSUMPTION_POINT_IS_COMPLETE(
            "A point of consumption has metering point, meter, grid and account, and nothing of it is claimed."),
    CONSUMPTION_POINT_IS_NEW("No point of consumption or device has this point's name, meter or meter key."),
    REGISTER_FOLLOWS_POINT("The register's new root adds exactly this point's fingerprints."),
    CONSUMPTION_IS_ONES_OWN("An account retires against its own consumption."),
    CONSUMPTION_IS_METERED("Consumption is stated in canonical bytes by the point's own meter, and is not estimated."),
    CONSUMPTION_NOT_YET_CLAIMED("The consumption that a retirement claims lies wholly in time not claimed before."),
    RETIREMENT_FITS_CONSUMPTION("In each interval no more energy is retired than was consumed."),
    CURSOR_FOLLOWS_CONSUMPTION("The cursor after a claim of consumption is the exact consequence of it."),

    STORAGE_IS_COMPLETE("A storage account opens empty, for a registered storage unit, with an efficiency up to one."),
    STORED_ENERGY_IS_DISCHARGED("A storage unit's energy is issued as a discharge, and no other unit's is."),
    STORAGE_IS_ONES_OWN("Certificates charge a storage of their owner that has room, which discharges its own unit."),
    STORAGE_FOLLOWS_CHARGE("A storage account grows by exactly the certificates that a charge takes in."),
    DISCHARGE_IS_COVERED("A discharge is covered by what was charged before, times the efficiency."),
    STORAGE_FOLLOWS_DISCHARGE("A discharge takes itself and its losses from the oldest charges, exactly."),

    LEDGER_IS_NOT_CONTENDED("The states that a command needs are not taken by another command at the same time.");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    /** Valid when the predicate holds; otherwise this rule with what was found. */
    public Verdict holds(boolean predicate, String found) {
        return predicate ? Verdict.VALID : Verdict.broken(this, found);
    }

    public Verdict isBrokenBy(String found) {
        return Verdict.broken(this, found);
    }
}
