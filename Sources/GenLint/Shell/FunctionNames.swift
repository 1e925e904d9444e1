internal import Diagnostics

/// Commands whose names are almost that of a function of the script, and that nothing else gives.
struct FunctionNames {
  /// Programs and builtins that people call beside functions of almost the same name.
  static let programs: Set<String> = [
    "alias", "ansible", "apt-get", "awk", "base64", "basename", "bash", "bunzip2", "bzip2", "cargo", "chgrp",
    "chmod", "chown", "chroot", "cmake", "column", "comm", "compgen", "complete", "composer", "crontab",
    "curl", "cut",
    "dash", "declare", "dig", "dirname", "dirs", "disown", "dmesg", "docker", "dotnet", "dpkg", "echo",
    "egrep",
    "eksctl", "env", "envsubst", "eval", "exec", "exit", "expand", "export", "expr", "false", "fgrep",
    "find", "fold", "free", "gawk", "getent", "getopt", "getopts", "git", "gradle", "grep", "groupadd",
    "groups", "gunzip", "gzip", "hash", "head", "helm", "hexdump", "history", "hostname", "htop", "iconv",
    "ifconfig", "install", "java", "javac", "jobs", "join", "jq", "killall", "kubectl", "less", "link",
    "local", "login", "logger", "logs", "look", "lsof", "mailx", "make", "mapfile", "md5sum", "minikube",
    "mkdir",
    "mkfifo", "mktemp", "more", "mount", "mysql", "nano", "netstat", "nice", "node", "nodejs", "nohup",
    "nproc",
    "nslookup", "open", "openssl", "packer", "passwd", "paste", "patch", "perl", "pgrep", "ping", "pip3",
    "pkill", "popd", "printenv", "printf", "psql", "pushd", "python", "python3", "read", "readlink",
    "readonly", "realpath", "redis-cli", "return", "rmdir", "rsync", "ruby", "sed", "seq", "service",
    "sftp", "sha1sum", "sha256sum", "shasum", "shift", "shopt", "shred", "shuf", "sleep", "sort", "source",
    "split", "ssh-keygen", "stat", "strace", "stty", "sudo", "sync", "sysctl", "systemctl", "tail",
    "terraform", "test", "time", "timeout", "times", "touch", "trap", "true", "truncate", "type", "typeset",
    "ulimit", "umask", "umount", "unalias", "uname", "uniq", "unset", "unzip", "useradd", "usermod",
    "userdel", "uuidgen", "wait", "watch", "wget", "which", "whoami", "xargs", "yarn", "yes", "zcat",
  ]

  private let functions: Set<String>
  private var called: [(name: String, range: Range<Int>)] = []
  /// The names that something else gives.
  private var known: Set<String>
  /// Whether another file, or a text that is run, may bring functions of its own.
  private var isOpen = false

  /// Makes one for a script's commands, which it is then given with those inside their words.
  init(_ script: [ShellCommand]) {
    functions = Set(script.lazy.compactMap(\.function))
    known = functions
  }

  /// Looks at the next command in the order of the text, those inside words included.
  mutating func take(_ command: ShellCommand) {
    guard !functions.isEmpty, let word = command.words.first, let name = word.bare else { return }
    switch name {
    case "source", ".", "eval", "shopt", "autoload": isOpen = true
    case "command", "which", "type", "hash", "alias":
      for word in command.words {
        let text = word.literal ?? ""
        known.insert(String(text.prefix { $0 != "=" }))
      }
    case "trap" where command.words.count > 2:
      if let handler = command.words[1].literal { called.append((handler, command.words[1].range)) }
    default: called.append((name, word.range))
    }
  }

  /// What is wrong with the names that were called, when all commands were given.
  func findings(in source: SourceText) -> [Diagnostic] {
    let unknown = called.filter { !known.contains($0.name) }
    guard !isOpen, !unknown.isEmpty else { return [] }
    let index = NearNames(functions.sorted())
    let used = Set(called.lazy.map(\.name))
    var answers: [String: String?] = [:]
    return unknown.compactMap { name, range in
      let near =
        answers[name]
        ?? index.candidates(for: name).first {
          Self.isSlip(name, $0) || !used.contains($0) && Self.isNear(name, $0)
        }
      answers[name] = .some(near)
      return near.map {
        .misspelled(name, $0, at: source.range(from: range.lowerBound, to: range.upperBound))
      }
    }
  }

  /// Whether a command with a name of several words lost or won a letter beside a function that nothing else calls.
  private static func isNear(_ name: String, _ function: String) -> Bool {
    guard ShellLexer.isName(name), name.dropFirst().utf8.contains(95), name.utf8.count > 7 else {
      return false
    }
    if case .letter? = VariableSlip(name, function) { return true }
    return false
  }

  /// Whether a command must be meant for a function: a slip of the hand is between the names, and what was typed is no other word.
  private static func isSlip(_ name: String, _ function: String) -> Bool {
    guard ShellLexer.isName(name), name.utf8.count > 3, function.utf8.count > 3, !programs.contains(name)
    else { return false }
    // A program has small letters alone; then the function's name is a word that lost or won a letter.
    let isPlain = !name.utf8.contains { $0 == 95 || (65...90).contains($0) }
    // A daemon has the name of what it serves and one letter more.
    if isPlain, name.dropLast() == function { return false }
    switch VariableSlip(name, function) {
    case nil: return false
    // A function may stand around a program: `_pyenv` and `pyenv`.
    case .spelling: return !(function.hasPrefix("_") && isPlain)
    case .replaced where isPlain: return false
    case .letter, .replaced:
      if isPlain, function != function.lowercased() || !VariableSlip.isWord(Array(function.utf8)) {
        return false
      }
      let parts = VariableSlip.parts(name, function)
      return !VariableSlip.isWord(parts?.one ?? VariableSlip.folded(name))
    }
  }
}

extension Diagnostic {
  fileprivate static func misspelled(_ name: String, _ function: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, .unknownFunction, "nothing in the script is called '\(name)'", at: range,
      hint: "did you mean '\(function)'?")
  }
}
