import Testing

@Suite struct DocumentsBuilds {
}
