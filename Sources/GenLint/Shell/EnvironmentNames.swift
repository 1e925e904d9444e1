/// The variables that a shell, the aws command or a build service sets: none of them is another name misspelled.
enum EnvironmentNames {
  /// Whether a variable has a value although the script gives it none.
  static func contains(_ name: String) -> Bool {
    name.utf8.count < 2 || name.utf8.first.map { (48...57).contains($0) } ?? true
      || prefixes.contains { name.hasPrefix($0) } || names.contains(name)
  }

  private static let prefixes = [
    "BASH", "LC_", "CODEBUILD_", "GITHUB_", "RUNNER_", "GITLAB_", "CI_", "BITBUCKET_", "CIRCLE_", "TF_VAR_",
  ]

  /// https://www.gnu.org/software/bash/manual/html_node/Bash-Variables.html and
  /// https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html.
  private static let names: Set<String> = [
    "HOME", "PATH", "USER", "PWD", "OLDPWD", "SHELL", "HOSTNAME", "UID", "EUID", "PPID", "RANDOM", "SRANDOM",
    "SECONDS", "EPOCHSECONDS", "EPOCHREALTIME", "LINENO", "FUNCNAME", "PIPESTATUS", "OPTARG", "OPTIND",
    "OPTERR", "REPLY", "MAPFILE", "COPROC", "COPROC_PID", "DIRSTACK", "GROUPS", "HISTCMD", "HISTFILE",
    "HISTSIZE", "READLINE_LINE", "READLINE_POINT", "SHELLOPTS", "SHLVL", "COMP_WORDS", "COMP_CWORD",
    "COMP_LINE", "COMPREPLY", "IFS", "CDPATH", "PS1", "PS2", "PS3", "PS4", "MAIL", "MAILPATH", "TMOUT",
    "TMPDIR", "TEMP", "TMP",
    "LANG", "LANGUAGE", "TERM", "EDITOR", "VISUAL", "PAGER", "HOSTTYPE", "MACHTYPE", "OSTYPE", "LOGNAME",
    "COLUMNS", "LINES", "DISPLAY", "TZ", "CI", "WORKSPACE", "JOB_NAME", "BUILD_NUMBER", "BUILD_ID",
    "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_REGION",
    "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_DEFAULT_OUTPUT", "AWS_PAGER",
    "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CA_BUNDLE", "AWS_MAX_ATTEMPTS", "AWS_RETRY_MODE",
    "AWS_ENDPOINT_URL", "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE",
    "AWS_ACCOUNT_ID", "AWS_ACCOUNT", "AWS_ACCOUNT_NAME", "AWS_STACK_NAME", "AWS_EXECUTION_ENV",
    "SUDO_USER", "SSH_CLIENT", "XDG_CONFIG_HOME", "NO_COLOR",
  ]
}
