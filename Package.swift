// swift-tools-version: 6.2

import PackageDescription

/// CI builds with warnings as errors; a user's newer compiler may warn without breaking the build.
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (Context.environment["CI"] == "true" ? [.treatAllWarnings(as: .error)] : [])

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "gen",
  platforms: [.macOS(.v13)],
  products: [
    .executable(name: "gen", targets: ["gen"]),
    .library(name: "FilterPattern", targets: ["FilterPattern"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CJansson", pkgConfig: "jansson",
      providers: [.apt(["libjansson-dev"]), .brew(["jansson"])]),

    library("Diagnostics", []),
    library("JSONScanner", []),
    library("Documents", ["CLibYAML", "CJansson", "Diagnostics", "JSONScanner"]),
    library("FilterPattern", ["JSONScanner"]),
    .target(name: "CTemplates"),
    .target(name: "CExchange"),
    library("GenCore", ["CTemplates", "Documents", "Diagnostics", "FilterPattern"]),
    library("GenEmitters", ["GenCore", "Documents", "Diagnostics"]),
    .target(name: "CGenSchemas", exclude: ["extract.py", "terraform-checks.json", "data"]),
    library("GenLint", ["CGenSchemas", "Documents", "Diagnostics", "FilterPattern", "JSONScanner"]),
    .executableTarget(
      name: "gen",
      dependencies: [
        "CExchange", "GenCore", "GenEmitters", "GenLint", "FilterPattern", "JSONScanner", "Documents",
        "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("JSONScannerTests", ["JSONScanner", "CJansson"]),
    tests("DocumentsTests", ["Documents"]),
    tests("FilterPatternTests", ["FilterPattern", "JSONScanner", "Diagnostics"]),
    tests("GenCoreTests", ["GenCore", "Documents", "FilterPattern"], exclude: ["Samples"]),
    tests("GenEmittersTests", ["GenEmitters", "GenCore", "Diagnostics"]),
    tests("GenLintTests", ["GenLint", "Diagnostics", "Documents"], exclude: ["Fixtures"]),
    tests(
      "FuzzTests",
      ["GenEmitters", "GenCore", "GenLint", "FilterPattern", "JSONScanner", "Documents", "Diagnostics"]),
    tests("GenTests", []),
    tests("GoldenTests", ["GenCore", "GenEmitters", "Diagnostics"]),
  ]
)
