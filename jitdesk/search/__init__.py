"""Search on Whoosh: query, index, ranking, hit. Knows no Qt, no threads, no packs."""
