import Diagnostics
import GenLint
import Testing

/// Files of other tools hold much that looks like ours. They are no artefact, and never a broken one.
@Suite struct ArtefactKindTests {
  static let others: [(name: String, text: String)] = [
    ("docker compose", "version: '3.8'\nservices:\n  web:\n    image: nginx\n"),
    ("docker compose with a name", "name: shop\nversion: '3'\nservices: {}\n"),
    ("a workflow", "name: ci\non: [push]\njobs:\n  a:\n    steps:\n      - run: |\n          aws s3 ls\n"),
    ("a buildspec", "version: 0.2\nphases:\n  build:\n    commands:\n      - aws s3 sync . s3://b\n"),
    ("dependabot", "version: 2\nupdates: []\n"),
    ("kubernetes", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: aws\n"),
    ("a chart", "apiVersion: v2\nname: shop\nversion: 1.0.0\ndescription: x\ntype: application\n"),
    (
      "the serverless framework",
      "service: s\nprovider: {name: aws}\nresources:\n  Resources:\n    A:\n      Type: AWS::SNS::Topic\n"
    ),
    ("ansible", "- hosts: all\n  tasks:\n    - command: aws s3 ls\n"),
    ("org-formation", "AWSTemplateFormatVersion: '2010-09-09-OC'\nResources: {}\n"),
    ("a JSON schema of a resource", "{\"typeName\": \"AWS::SNS::Topic\", \"properties\": {}}"),
    ("a JSON schema", "{\"$id\": \"x\", \"type\": \"object\", \"resource\": {}, \"title\": \"AWS::X\"}"),
    (
      "parameters",
      "{\"Version\": \"1.0\", \"Parameters\": {\"SourceEvents\": \"AWS::EC2::Instance\"}, \"Tags\": \"\"}"
    ),
    ("values for parameters", "{\"Parameters\": {\"SourceEvents\": \"AWS::EC2::Volume\"}}"),
    ("a state", "{\"version\": 4, \"terraform_version\": \"1.5.0\", \"resources\": [], \"outputs\": {}}"),
    (
      "a shown plan",
      "{\"format_version\": \"1.0\", \"terraform_version\": \"1.5.0\", \"variables\": {}, \"planned_values\": {}}"
    ),
    ("an answer", "{\"data\": \"x\", \"output\": \"y\"}"),
    (
      "an answer in an object", "{\"data\": {\"type\": \"provider-docs\", \"attributes\": {\"path\": \"x\"}}}"
    ),
    ("an answer in a list", "{\"data\": [{\"key\": \"version\", \"value\": \"1\"}]}"),
    (
      "a schema of GraphQL",
      "{\"data\": {\"__schema\": {\"types\": [{\"name\": \"A\"}, {\"name\": \"B\"}]}}}"
    ),
    ("an answer of GraphQL", "{\"data\": {\"viewer\": {\"login\": \"x\", \"id\": 1}}}"),
    (
      "a provider's documentation",
      "{\"data\": {\"efs_access_points\": {\"file_system_id\": \"(Required) EFS File System identifier.\"}}, \"resource\": {}}"
    ),
    (
      "a provider's documentation in a list",
      "{\"resource\": [{\"aws_sns_topic\": {\"name\": \"(Optional) The name of the topic.\", \"kms_master_key_id\": \"(Optional) The ID of a key.\", \"timeouts\": {}}}]}"
    ),
    ("a Python script", "#!/usr/bin/env python3\nprint('aws s3 ls')\n# it's\n"),
    ("a page with commands", "# How to\n\nDon't panic:\n\n```\naws sns list-topics\n```\n"),
    ("a Dockerfile", "FROM alpine\nRUN apk add aws-cli && \\\n    aws s3 cp s3://b/k .\n"),
    ("a Makefile", "deploy: build\n\taws cloudformation deploy --stack-name $(NAME)\n"),
    ("PowerShell", "$name = 'x'\naws sns create-topic --name $name `\n  --output text\n"),
    (
      "CodeDeploy's specification",
      "version: 0.0\nResources:\n  - TargetService:\n      Type: AWS::ECS::Service\nHooks:\n  - A: b\n"
    ),
    ("a Helm chart's template", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Release.Name }}\n"),
    ("variables of Terraform", "{\"region\": \"us-east-1\", \"tags\": {\"Owner\": \"security\"}}"),
    ("a package", "{\"name\": \"x\", \"version\": \"1.0.0\", \"scripts\": {\"deploy\": \"aws s3 ls\"}}"),
    ("a batch file", "@echo off\naws sns list-topics ^\n --output text\n"),
  ]

  @Test(arguments: others.indices)
  func aFileOfAnotherToolIsNoArtefact(_ index: Int) {
    let (name, text) = Self.others[index]
    let found = Fixture.lint(text)
    #expect(found.map(\.code) == [.unknownArtefact], "\(name): \(found.map(\.message))")
  }

  static let ours: [(text: String, kind: ArtefactKind)] = [
    ("Resources:\n  A:\n    Type: AWS::SNS::Topic\n", .cloudFormationYAML),
    ("# a comment\n---\n\"Resources\" : {}\n", .cloudFormationYAML),
    ("---\n  # indented\n  AWSTemplateFormatVersion: '2010-09-09'\n  Resources: {}\n", .cloudFormationYAML),
    ("# a comment\n\n{\n  \"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\"}}\n}\n", .cloudFormationYAML),
    ("Transform: Mine\nResources:\n- AWS::SNS::Topic\n", .cloudFormationYAML),
    ("# grouped\n{ aws sns list-topics\n$(aws sns list-topics)\n}\n", .shellScript),
    ("{\"action\": {\"a\": {\"b\": {}}}, \"resource\": {}}", .terraformJSON),
    ("\u{FEFF}AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n", .cloudFormationYAML),
    ("Parameters: {}\nOutputs:\n  A: {Value: !Ref AWS::Region}\n", .cloudFormationYAML),
    ("{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\"}}}", .cloudFormationJSON),
    ("{\"Description\": \"x\", \"AWSTemplateFormatVersion\": \"2010-09-09\"", .cloudFormationJSON),
    ("{\"//\": \"x\", \"provider\": {\"aws\": {}}}", .terraformJSON),
    ("{\"variable\": {\"a\": {}}}", .terraformJSON),
    ("{\"data\": {\"aws_region\": {\"here\": {}}}}", .terraformJSON),
    ("{\"data\": {\"http\": {\"a\": {\"url\": \"https://example.com\"}}}}", .terraformJSON),
    // A name between the type and the body is missing, which the linter is to say.
    (
      "{\"resource\": {\"aws_sns_topic\": {\"name\": \"a\", \"display_name\": \"My own topic\"}}}",
      .terraformJSON
    ),
    ("{\"resource\": [], \"resources\": {}, \"locals\": {}}", .terraformJSON),
    ("#!/usr/bin/env -S bash -e\ntrue\n", .shellScript),
    ("#!/bin/sh\r\naws sns list-topics\r\n", .shellScript),
    ("# steps\nTOPIC=$(aws sns create-topic --name x)\n", .shellScript),
    ("apt-get update && aws s3 sync a s3://b/\n", .shellScript),
    ("A=1\nif [ -f x ]; then aws sns list-topics; fi\n", .shellScript),
    ("install it; then aws and others\n", .unknown),
    ("version: 1\nname: x\n", .spec),
    ("version: 1\nname: x\ncontrolz: []\n", .spec),
    ("name: x\nbenchmark: cis-1.4.0\nextra: 1\n", .spec),
  ]

  @Test(arguments: ours.indices)
  func ourOwnAreTold(_ index: Int) {
    let (text, kind) = Self.ours[index]
    #expect(ArtefactKind(SourceText(file: "x", text: text)) == kind, "\(text)")
  }

  @Test(arguments: [
    ("mkdir \"$HOME\"/bin\n~/list.sh\n", "bin/a.sh", ArtefactKind.shellScript),
    ("<<info\nbackup\ninfo\ntrue\n", "a.sh", .shellScript), ("<<'E'\nE\ntrue\n", "a.sh", .shellScript),
    ("# a library\n[[ -n \"$A\" ]] && { . ./b; }\naws s3 ls\n", "a.bash", .shellScript),
    ("[default]\nregion = a\n", "a.sh", .unknown),
    ("<<<<<<< HEAD\ntrue\n", "a.sh", .unknown),
    ("true\n", "a.bash", .shellScript), ("true\n", "a.txt", .unknown), ("", "a.sh", .unknown),
    ("#!/usr/bin/env python3\nprint()\n", "a.sh", .unknown), ("\0", "a.sh", .unknown),
    ("Content-Type: multipart/mixed\n\n--x\n", "a.sh", .unknown), ("<powershell>\n", "a.sh", .unknown),
    ("Resources:\n  A:\n    Type: AWS::SNS::Topic\n", "a.sh", .cloudFormationYAML),
  ])
  func theNameOfAScriptIsAskedLast(_ text: String, _ name: String, _ kind: ArtefactKind) {
    #expect(ArtefactKind(SourceText(file: name, text: text)) == kind)
  }
}
