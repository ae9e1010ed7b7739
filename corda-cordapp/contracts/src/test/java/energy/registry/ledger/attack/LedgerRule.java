package energy.registry.ledger.attack;

/** What every Corda ledger asks of a transaction, whatever its contracts: it refuses before or after they are asked. */
enum LedgerRule {
    INPUT_COMES_ONCE("A transaction consumes a state once."),
    INPUT_IS_NO_REFERENCE("A transaction does not refer to what it consumes."),
    NOTARY_IS_THAT_OF_THE_STATES("The notary of a transaction is that of its states."),
    STATE_IS_UNSPENT("What a transaction consumes or refers to exists and is not consumed.");

    final String sentence;

    LedgerRule(String sentence) {
        this.sentence = sentence;
    }
}
