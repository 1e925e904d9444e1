import Diagnostics
import Testing

/// Sources of providers, constraints of versions and names of backends: what Terraform 1.11 answered to each of them.
@Suite struct TerraformAddressTests {
  private static func errors(_ text: String) -> [Diagnostic] {
    Fixture.lint(text, as: "main.tf.json").filter { $0.severity == .error }
  }

  @Test(arguments: [
    "aws", "hashicorp/aws", "hashicorp/aws-x", "HashiCorp/AWS", "registry.terraform.io/hashicorp/aws",
    "example.com:8443/a/b", "localhost/a/b", "foo/hashicorp/aws", "foo.com./a/b", "127.0.0.1/a/b",
    "häshi/aws",
    "-/aws", "registry.terraform.io/-/aws", "terraform.io/builtin/terraform", "terraform-provider-aws",
    "a/terraform",
    "9/aws", "hashicorp/9aws",
  ])
  func aSourceIsRead(_ source: String) {
    let text = #"{"terraform": {"required_providers": {"p": {"source": "\#(source)"}}}}"#
    #expect(Self.errors(text) == [])
  }

  static let sources: [(source: String, message: String)] = [
    (
      "hashi_corp/aws",
      "'hashi_corp' in 'hashi_corp/aws' is no namespace: it may hold letters, digits and hyphens, no hyphen at an end"
    ),
    ("hashi--corp/aws", "'hashi--corp' in 'hashi--corp/aws' is no namespace: it holds two hyphens in a row"),
    (
      "hashicorp/aws_x",
      "'aws_x' in 'hashicorp/aws_x' is no name of a provider: it may hold letters, digits and hyphens, no hyphen at an end"
    ),
    ("aws--x", "'aws--x' in 'aws--x' is no name of a provider: it holds two hyphens in a row"),
    ("a/b/c/d", "'a/b/c/d' is no source of a provider"),
    ("", "'' is no source of a provider"),
    ("/aws", "'/aws' is no source of a provider"),
    ("foo..com/a/b", "'foo..com' in 'foo..com/a/b' is no host"),
    (".foo.com/a/b", "'.foo.com' in '.foo.com/a/b' is no host"),
    ("foo.com:99999/a/b", "'foo.com:99999' in 'foo.com:99999/a/b' is no host"),
    ("foo.com:/a/b", "'foo.com:' in 'foo.com:/a/b' is no host"),
    ("foo-.com/a/b", "'foo-.com' in 'foo-.com/a/b' is no host"),
    ("exa_mple.com/a/b", "'exa_mple.com' in 'exa_mple.com/a/b' is no host"),
    (
      "foo.com/-/aws",
      "'-' in 'foo.com/-/aws' is no namespace: it may hold letters, digits and hyphens, no hyphen at an end"
    ),
    ("hashicorp/terraform-provider-aws", "the name of a provider does not begin with 'terraform-provider-'"),
    ("example.com/a/terraform-b", "the name of a provider does not begin with 'terraform-'"),
  ]

  @Test(arguments: sources.indices)
  func aSourceIsRefused(_ index: Int) {
    let (source, message) = Self.sources[index]
    let found = Self.errors(#"{"terraform": {"required_providers": {"p": {"source": "\#(source)"}}}}"#)
    #expect(found.map(\.message) == [message])
    #expect(found.first?.hint != nil)
  }

  @Test func aNameThatIsNoneIsRefused() {
    let found = Self.errors(#"{"terraform": {"required_providers": {"p--q": {"source": "a/b"}}}}"#)
    #expect(found.map(\.message) == ["'p--q' is no local name of a provider"])
    #expect(Self.errors(#"{"terraform": {"required_providers": {"pé": {"source": "a/b"}}}}"#) == [])
  }

  /// Who reads a constraint: each place of a configuration takes a little more or less.
  private static func errors(of version: String) -> (provider: String?, module: String?, core: String?) {
    func first(_ text: String) -> String? { errors(text).first?.message }
    return (
      first(#"{"terraform": {"required_providers": {"p": {"source": "a/b", "version": "\#(version)"}}}}"#),
      first(#"{"module": {"m": {"source": "a/b/c", "version": "\#(version)"}}}"#),
      first(#"{"terraform": {"required_version": "\#(version)"}}"#)
    )
  }

  @Test(arguments: [
    "5", "5.0.0", "~> 5", "~>5.0", "> 5, < 6", "=5.0", "!= 5", "  5  ", ">=5.0.0 , <=6", "5,6", "005",
    "5.0.0+meta", "~> 5.0+x",
  ])
  func aConstraintIsRead(_ version: String) {
    let found = Self.errors(of: version)
    #expect([found.provider, found.module, found.core] == [nil, nil, nil])
  }

  @Test(arguments: [
    "", "latest", "*", ">5 <6", "==5.0", "=> 5", "5.x", ">= 5.0,", "^5", ">", "5..0", ".5", "5.", "> = 5",
    "5 || 6", "-1",
    "5.0.0+", "5.0.0+a_b", "5.0.0-a..b", "9223372036854775808", ">= 5.0; < 6",
  ])
  func aConstraintIsRefused(_ version: String) {
    let found = Self.errors(of: version)
    let message = "'\(version)' is no version constraint"
    #expect([found.provider, found.module, found.core] == [message, message, message])
  }

  @Test func eachPlaceHasItsOwnRules() {
    let number = Self.errors(of: "5.0.0.0")
    #expect(number.provider == "'5.0.0.0' has 4 numbers, and a provider's version has at most three")
    #expect([number.module, number.core] == [nil, nil])
    #expect(Self.errors(of: "~> v5").provider == "'~> v5' begins with 'v', and a provider's version does not")
    #expect(Self.errors(of: "~> v5").module == nil)
    #expect(Self.errors(of: ">=  5").provider == "'>=  5' has more than one blank behind its sign")
    #expect(Self.errors(of: "5rc1").provider == "'5rc1' goes on with 'rc1'")
    #expect(Self.errors(of: "5.0.0-beta1").provider == nil)
    #expect(
      Self.errors(of: "5.0.0-beta1").core
        == "'required_version' takes no version before a release, such as '5.0.0-beta1'")
  }
}
