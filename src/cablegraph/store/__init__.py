"""Where the graph lies: generations on disk, the embedded Oxigraph, any SPARQL 1.1 service."""
