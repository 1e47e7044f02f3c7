"""cablegraph: a folder of telegrams in, a knowledge graph out in which every edge shows the words it rests on."""

__version__ = "0.1.0"
