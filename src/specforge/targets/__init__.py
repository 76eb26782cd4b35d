"""The outputs of the compiler, one package each."""
