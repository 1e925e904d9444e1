// JSONScanner
