/// A POSIX-sh script as a document.
struct ShellScript {
  /// The comment under the first line; it is what `--help` shows.
  var header: [String] = []
  /// What follows, in order, with an empty line between parts.
  var parts: [[ShellStatement]] = []
}
