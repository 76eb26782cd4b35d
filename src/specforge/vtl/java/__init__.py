"""The values of a template as Java has them: what they print, when they are equal, how they count."""
