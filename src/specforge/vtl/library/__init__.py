"""What a template can call: closed tables of the methods and properties of each Java type.

Nothing of Python is reachable: a name that is not in the table of a value's type does not exist.
"""
