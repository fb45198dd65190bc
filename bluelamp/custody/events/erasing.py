"""How what the ledger holds of custody is erased."""

WORDS_GO = "The words are erased; the entry, its times and the decision stay"
NO_WORDS = "Holds no personal text; persons and officers are references"
