import Testing

@Suite struct JSONScannerBuilds {
}
