"""The domain: facts of a tender, dated law, a catalogue of criteria, and the advice that follows from them."""
