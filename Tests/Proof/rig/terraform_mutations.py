"""Breaks a Terraform configuration in JSON in one place, in every way that people break them. A seed draws which."""

import copy
import re

from rig import dealing
from rig.lines import TWICE

WRONG = ["perhaps", 7, -1, 1.5, True, None, {}, {"a": "b"}, [], ["x"], [{"a": 1}], {"x": {"y": 1}}, "", "12abc", "9999999999"]
HOSTILE = ["*bad value:/ ${", "x" * 3000, "arn:aws", "a b", "a:b*c", "UPPER", "-", "{", "[1,", "${", "${}", "%{ if true }", "%{ for }",
           "${a b}", "${foo(}", "${)}", "${\"open}", "%{ endif }", "${1 +}", "${var}", "${var.}", "${nofunction(1)}"]
# Expressions that cannot be read, or that fail whatever the values are.
EXPRESSIONS = [
    "${[for x in [1, 2] : x", "${{ for k, v in {} : k => v if }}", "${{ for k in [1] : k }}", "${[for k, v, w in {} : k]}", "${[for in [1] : 1]}", "${for x in [1] : x}",
    "${[for x in [1] : y.z]}", "${[for x in 1 : x]}", "${[for x in \"abc\" : x]}", "${{ for x in [\"a\", \"a\"] : x => 1 }}", "${true ? [] : 1}", "${true ? \"a\" : [1]}",
    "${true ? { a = 1 } : [1]}", "${1 ? 2 : 3}", "${\"x\" ? 1 : 2}", "${true ? 1 : }", "${true : 1}", "${1 == }", "${!\"a\"}", "${-true}", "${1 && true}", "${[1] + 1}",
    "${\"a\" * 2}", "${1 / 0}", "${1 % 0}", "${{ a = 1, a = 2 }}", "${{ a 1 }}", "${{ a = 1 b = 2 }}", "${[1 2]}", "${[1,,2]}", "${(1}", "${1)}", "${[1)}", "${{ a = 1 ]}",
    "${upper(\"a\" \"b\")}", "${upper(\"a\",,)}", "${upper(,)}", "${upper(\"a\",)}", "${upper[\"a\"]}", "${upper.a}", "${upper}", "${upper (\"a\")}", "${length(1)}",
    "${length(true)}", "${keys([1])}", "${values(\"a\")}", "${merge([1], {})}", "${concat({}, [])}", "${concat(\"a\")}", "${contains(\"a\", \"a\")}", "${element({}, 0)}",
    "${element([1], \"x\")}", "${element([1], -1)}", "${lookup([1], \"a\")}", "${lookup({ a = 1 }, \"b\")}", "${split([], \"a\")}", "${split(\"a\")}", "${join([\"a\"], \",\")}",
    "${join(\",\")}", "${toset(1)}", "${toset(\"a\")}", "${tomap([1])}", "${tolist({})}", "${tonumber(true)}", "${tobool(\"yes\")}", "${tostring([1])}", "${jsonencode()}",
    "${jsonencode(1, 2)}", "${jsondecode(\"[1,]\")}", "${jsondecode(1, 2)}", "${base64decode(\"%\")}", "${base64encode([1])}", "${formatdate(\"YYYY\", \"now\")}",
    "${timeadd(\"now\", \"1h\")}", "${format(\"%d\", \"a\")}", "${format(\"%s\")}", "${format(\"%z\", 1)}", "${format(\"%s\", 1, 2)}", "${format([])}", "${formatlist(\"%s\", [1], [1, 2])}",
    "${replace(\"a\", \"b\")}", "${regex(\"[\", \"a\")}", "${regexall(\"(\", \"a\")}", "${substr(\"a\", 0)}", "${substr(\"a\", \"x\", 1)}", "${trimsuffix(\"a\")}", "${zipmap([\"a\"], [1, 2])}",
    "${range()}", "${range(1, 10, 0)}", "${slice([1], 0, 5)}", "${chunklist([1], -1)}", "${one([1, 2])}", "${coalesce()}", "${max()}", "${min(\"a\")}", "${abs(\"a\")}", "${ceil([])}",
    "${parseint(\"z\", 10)}", "${parseint(\"1\", 1)}", "${pow(1)}", "${cidrhost(\"10.0.0.0\", 1)}", "${cidrsubnet(\"10.0.0.0/8\", 1)}", "${templatefile(\"x\")}", "${file()}", "${abspath([])}",
    "${try()}", "${can()}", "${try(1", "${sum([\"a\"])}", "${sum([])}", "${sort([1, []])}", "${flatten(1)}", "${distinct({})}", "${setunion([1], 2)}", "${setproduct([1])}", "${alltrue(true)}",
    "${transpose([1])}", "${matchkeys([1], [1])}", "${index([1], 2)}", "${indent(\"a\", \"b\")}", "${title([])}", "${uuidv5(\"dns\")}", "${bcrypt()}", "${timestamp(1)}", "${sensitive()}",
    "${nonsensitive(1, 2)}", "${type(1)}", "${defaults({}, {})}", "${map(\"a\", 1)}", "${list(1)}", "${core::upper(\"a\")}", "${core::nothing(1)}", "${provider::aws::arn_parse()}",
    "${provider::aws::arn_parse(\"x\")}", "${provider::aws::trim_iam_role_path(1, 2)}", "${provider::google::x(1)}", "${aws::x()}", "${\"a\".b}", "${1.b}", "${[1].a}", "${[1][\"a\"]}", "${[1][5]}",
    "${{ a = 1 }[\"b\"]}", "${{ a = 1 }.a.b}", "${[{ a = 1 }][*].b}", "${[{ a = 1 }].*.b}", "${\"abc\"[0]}", "${null.a}", "${null + 1}", "${true.a}", "${1...}", "${..}", "${.a}", "${a.}",
    "${a[}", "${a[]}", "${a[*}", "${*}", "${a.*.}", "${'a'}", "${\"a}", "${\"${1\"}", "${<<EOT}", "${\"\\q\"}", "${\"\\u12\"}", "${a ? b}", "${a b}", "${a, b}", "${a; b}", "${a = 1}", "${a := 1}",
    "${1 === 1}", "${1 = 1}", "${1 & 1}", "${true | false}", "${true and false}", "${not true}", "${1 <> 2}", "${1 ++ 2}", "${if true}", "$${ok}${", "%{ if }x%{ endif }", "%{ if true }x%{ else }y",
    "%{ else }", "%{ endfor }", "%{ for x }a%{ endfor }", "%{ for x in [1] }${y}%{ endfor }", "%{ for x in 1 }a%{ endfor }", "%{ if 1 }a%{ endif }", "%{ if \"a\" }b%{ endif }", "%{ unless x }",
    "${regex(\"a**\", \"a\")}", "${regex(\"[z-a]\", \"a\")}", "${regex(\"\\\\1\", \"a\")}", "${base64decode(\"gIA=\")}", "${uuidv5(\"urn:x\", \"a\")}", "${[1][0.5]}", "${[1][1e3]}",
    "%{ if true }%{ for x in [] }%{ endif }%{ endfor }", "%{", "%{}", "${ }", "${\n}", "${#}", "${// x}", "${/* x }", "${1 /* x */}", "${var.}", "${var..x}", "${var[0]}", "${var[\"x\"]}",
    "${local.not_there}", "${local[\"x\"]}", "${data}", "${data.aws_region}", "${data.aws_region.not_there.name}", "${module.nothing}", "${module.nothing.x}", "${module}", "${resource.aws_sns_topic.not_there.arn}",
    "${each}", "${each.key}", "${each.value.x}", "${each.kee}", "${count}", "${count.idx}", "${count.index}", "${self}", "${self.arn}", "${path}", "${path.modul}", "${terraform}", "${terraform.env}",
    "${terraform.workspac}", "${aws_sns_topic}", "${aws_sns_topic.not_there}", "${aws_nothing.x.y}", "${AWS_SNS_TOPIC.x.arn}", "${aws-sns-topic.x.arn}", "${x.y.z}", "${iterator.key}", "${var.not-there}",
    "${ephemeral.aws_secretsmanager_secret_version.x.secret_string}", "${null}", "${[]}", "${{}}", "${[1, \"a\"]}", "${{ a = 1 }}", "${true}", "${1.5}", "${-1}", "${\"text\"}", "${[\"a\"]}", "${[[]]}",
]
META = [
    ("count", "many"), ("count", -1), ("count", [1]), ("for_each", ["a"]), ("for_each", 3), ("for_each", "text"),
    ("depends_on", ["aws_sns_topic.not_there"]), ("depends_on", "aws_sns_topic.not_there"), ("depends_on", [1]), ("depends_on", ["nothing"]),
    ("provider", "aws.nowhere"), ("provider", 7), ("lifecycle", {"prevent_destory": True}), ("lifecycle", {"prevent_destroy": "maybe"}),
    ("lifecycle", {"ignore_changes": ["nothing_here"]}), ("lifecycle", {"create_before_destroy": []}), ("lifecycle", "x"),
    ("lifecycle", {"precondition": {"condition": True}}), ("lifecycle", {"replace_triggered_by": ["aws_sns_topic.not_there"]}),
    ("dynamic", {"nothing_here": {"for_each": [1], "content": {}}}), ("dynamic", {"x": {}}), ("provisioner", {"local-exec": {}}),
    ("lifecycle", [{"prevent_destroy": True}, {"prevent_destroy": False}]), ("connection", 4),
    ("count", "${\"a\"}"), ("count", "${[1]}"), ("count", 1.5), ("count", "2"), ("count", True), ("count", {}), ("count", "${self.id}"), ("count", "${count.index}"), ("count", None),
    ("for_each", "${[\"a\"]}"), ("for_each", "${toset([1])}"), ("for_each", "${toset([[]])}"), ("for_each", "${{}}"), ("for_each", {"a": 1}), ("for_each", "${each.key}"), ("for_each", True),
    ("for_each", "${\"text\"}"), ("for_each", "${3}"), ("for_each", "${true}"), ("for_each", None), ("for_each", {"a": "${var.not_there}"}),
    ("depends_on", ["var.not_there"]), ("depends_on", ["${aws_sns_topic.not_there}"]), ("depends_on", ["aws_sns_topic"]), ("depends_on", ["module.not_there"]), ("depends_on", ["data.aws_region.not_there"]),
    ("depends_on", ["a b"]), ("depends_on", [""]), ("depends_on", {}), ("depends_on", []), ("depends_on", None), ("depends_on", ["local.x"]), ("depends_on", ["each.key"]),
    ("depends_on", ["aws_sns_topic.x[*].arn"]), ("depends_on", ["path.module"]), ("depends_on", ["terraform.workspace"]), ("depends_on", ["count.index"]),
    ("provider", "nowhere"), ("provider", "aws"), ("provider", "${aws}"), ("provider", "aws.a.b"), ("provider", "a b"), ("provider", ""), ("provider", ["aws"]), ("provider", "aws[0]"), ("provider", None),
    ("lifecycle", {"ignore_changes": "all"}), ("lifecycle", {"ignore_changes": "tags"}), ("lifecycle", {"ignore_changes": ["all"]}), ("lifecycle", {"ignore_changes": [1]}), ("lifecycle", {"ignore_changes": ["id"]}),
    ("lifecycle", {"ignore_changes": ["tags", "tags.a.b"]}), ("lifecycle", {"ignore_changes": ["arn.x"]}), ("lifecycle", {"ignore_changes": ["*"]}), ("lifecycle", {"ignore_changes": []}),
    ("lifecycle", {"prevent_destroy": "${var.not_there}"}), ("lifecycle", {"prevent_destroy": "${1 == 1}"}), ("lifecycle", {"prevent_destroy": None}), ("lifecycle", {"prevent_destroy": 1}), ("lifecycle", [[]]),
    ("lifecycle", {"replace_triggered_by": "aws_sns_topic.x"}), ("lifecycle", {"replace_triggered_by": ["var.x"]}), ("lifecycle", {"replace_triggered_by": ["data.aws_region.x"]}), ("lifecycle", {"replace_triggered_by": [1]}),
    ("lifecycle", {"replace_triggered_by": ["local.x"]}), ("lifecycle", {"create_before_destroy": "true"}), ("lifecycle", {"create_before_destroy": "yes"}), ("lifecycle", []), ("lifecycle", None), ("lifecycle", 3),
    ("lifecycle", {"precondition": {"condition": "${self.id != \"\"}", "error_message": "x"}}), ("lifecycle", {"precondition": {"condition": "${var.not_there}", "error_message": "x"}}),
    ("lifecycle", {"postcondition": {"condition": "${self.nothing != \"\"}", "error_message": "x"}}), ("lifecycle", {"postcondition": {"condition": "${self.id != \"\"}"}}),
    ("lifecycle", {"postcondition": {"condition": "${self.id != \"\"}", "error_mesage": "x"}}), ("lifecycle", {"precondition": "x"}), ("lifecycle", {"postcondition": [1]}),
    ("lifecycle", {"postcondition": {"condition": "perhaps", "error_message": "x"}}), ("lifecycle", {"postcondition": {"condition": "${self.id}", "error_message": ["x"]}}),
    ("provisioner", {"local-exec": {"command": 7}}), ("provisioner", {"local-exec": {"comand": "x"}}), ("provisioner", {"nothing": {}}), ("provisioner", {"local-exec": {"command": "x", "when": "later"}}),
    ("provisioner", {"local-exec": {"command": "x", "when": "destroy", "on_failure": "ignore"}}), ("provisioner", {"local-exec": {"command": "${self.nothing}"}}), ("provisioner", {"local-exec": "x"}),
    ("provisioner", {"local-exec": {"command": "${var.not_there}"}}), ("provisioner", {"remote-exec": {}}), ("provisioner", {"remote-exec": {"inline": "x"}}), ("provisioner", {"file": {"source": "x"}}),
    ("provisioner", {"file": {"source": "x", "destination": "y", "mode": "1"}}), ("provisioner", []), ("provisioner", "local-exec"), ("provisioner", {"local-exec": {"command": "x", "interpreter": "sh"}}),
    ("provisioner", {"local-exec": {"command": "x", "environment": ["a"]}}), ("provisioner", {"local-exec": {"command": "x", "environment": {"A": {"b": 1}}}}), ("provisioner", {"local-exec": {"command": "x", "when": "destroy", "working_dir": "${var.x}"}}),
    ("connection", {"hots": "x"}), ("connection", {"host": ["x"]}), ("connection", {"host": "x", "port": "ssh"}), ("connection", {"host": "x", "timeout": 5}), ("connection", []), ("connection", {"host": "${self.nothing}"}),
    ("dynamic", {"tags": {"for_each": [1], "content": {}}}), ("dynamic", []), ("dynamic", "x"), ("dynamic", {"x": "y"}), ("lifecycle", {"create_before_destroy": None}), ("lifecycle", {"replace_triggered_by": None}),
    ("provisioner", {"remote-exec": {"inline": ["x"], "connection": {"user": "x"}}}), ("provisioner", {"remote-exec": {"inline": [["x"]]}}), ("dynamic", {"lifecycle": {"for_each": [1], "content": {}}}), ("dynamic", {"timeouts": {"for_each": 1}}),
    ("id", None), ("//", {"anything": [1]}), ("depend_on", []), ("dependsOn", ["x"]), ("Count", 1), ("foreach", {}), ("providers", {"aws": "aws"}), ("source", "x"), ("version", "1"),
]
BEYOND = [("id", "x"), ("arn", "arn:aws:sns:us-east-1:111122223333:x"), ("tags_all", {"a": "b"}), ("name_prefix", "x-"), ("tag", {}),
          ("owner", "me"), ("creation_date", "x"), ("tags", {"a": {"b": "c"}}), ("tags", ["a"]), ("policy", "{"), ("timeouts", {"create": "soon"}),
          ("timeouts", {"nothing": "5m"}), ("tags", {"a": 1})]
BLOCKS = {
    "variable": [("type", "sting"), ("type", "list"), ("type", "list(sting)"), ("type", "object({a=string"), ("type", 7), ("type", "map(string, number)"),
                 ("default", {"a": "b"}), ("default", "no number"), ("default", [1, "a"]), ("sensitive", "perhaps"), ("nullable", "x"), ("nullable", None),
                 ("validation", {"condition": True}), ("validation", {"error_message": "No."}), ("validation", {"condition": "${var.not_there}", "error_message": "No."}),
                 ("validation", {"condition": "${1 == 1}", "error_message": "Never refers to it."}), ("descripton", "x"), ("description", 7), ("description", ["x"]),
                 ("type", "String"), ("type", "string(1)"), ("type", "boolean"), ("type", "integer"), ("type", "list(any, any)"), ("type", "map()"), ("type", "object()"), ("type", "object({})"), ("type", "tuple([])"),
                 ("type", "tuple(string)"), ("type", "object({ a = optional() })"), ("type", "object({ a = optional(string, 1, 2) })"), ("type", "object({ a = optional(number, \"x\") })"), ("type", "optional(string)"),
                 ("type", "${string}"), ("type", "list[string]"), ("type", "list<string>"), ("type", "list(string"), ("type", ""), ("type", " string "), ("type", None), ("type", ["string"]), ("type", {"a": "string"}), ("type", "any"),
                 ("type", "set"), ("type", "map"), ("type", "object({ a = string, a = number })"), ("type", "object({ \"a\" = string })"), ("type", "object({ a: string })"), ("type", "object({ a = string b = number })"),
                 ("type", "number"), ("type", "bool"), ("type", "list(number)"), ("type", "map(bool)"), ("type", "tuple([string, number])"), ("type", "object({ a = number })"), ("type", "list(object({ a = string }))"),
                 ("default", "${var.x}"), ("default", "${1 + 1}"), ("default", "$${x}"), ("default", "${"), ("default", True), ("default", 1.5), ("default", "true"), ("default", {}), ("default", [[1]]), ("default", {"a": 1}), ("default", [{"a": "x"}]),
                 ("description", "${var.x}"), ("description", None), ("description", "${"), ("sensitive", 1), ("sensitive", "true"), ("sensitive", "${true}"), ("sensitive", None), ("nullable", False), ("nullable", "false"), ("ephemeral", True),
                 ("validation", []), ("validation", {}), ("validation", [{"condition": True, "error_message": "No."}]), ("validation", {"condition": "${self.x}", "error_message": "No."}), ("validation", {"condition": "perhaps", "error_message": "No."}),
                 ("validation", {"condition": [True], "error_message": "No."}), ("validation", {"condition": "${length(var.not_there) > 0}", "error_message": "No."}), ("validation", {"conditions": True, "error_message": "No."}), ("validation", {"condition": "${nothing()}", "error_message": "x"}),
                 ("validation", {"condition": "${", "error_message": "No."}), ("validator", {}), ("required", True), ("Type", "string"), ("defalt", 1), ("count", 1), ("for_each", {}), ("depends_on", []), ("lifecycle", {}), ("provider", "aws"), ("const", True),
                 ("default", None), ("default", []), ("type", "object({ a = optional(string) })"), ("type", "set(number)"), ("ephemeral", "x"), ("validation", "x")],
    "output": [("value", None), ("value", [1, {"a": "${var.not_there}"}]), ("value", {"${var.not_there}": 1}), ("value", {"${": 1}), ("value", {"a": ["${upper()}"]}), ("sensitive", "true"), ("sensitive", None), ("description", "${var.x}"),
               ("description", "${"), ("depends_on", "aws_sns_topic.x"), ("depends_on", [1]), ("depends_on", []), ("depends_on", ["nothing"]), ("depends_on", ["var.not_there"]), ("precondition", []), ("precondition", "x"), ("precondition", [1]),
               ("precondition", {"condition": "${self.x}", "error_message": "x"}), ("precondition", {"condition": "${true}", "error_message": "x"}), ("precondition", {"condition": "perhaps", "error_message": "x"}), ("precondition", {"condition": True, "message": "x"}),
               ("postcondition", {"condition": True, "error_message": "x"}), ("type", "string"), ("count", 1), ("for_each", {}), ("lifecycle", {}), ("provider", "aws"), ("default", 1), ("Value", 1), ("ephemeral", True), ("valu", 1), ("sensitive", "perhaps"), ("depends_on", ["aws_sns_topic.not_there"]), ("precondition", {"condition": True}), ("value", "${var.not_there}"),
               ("value", "${aws_sns_topic.not_there.arn}"), ("value", "${local.not_there}"), ("value", "${module.not_there.x}"), ("value", "${data.aws_region.not_there.id}"),
               ("description", ["x"]), ("precondition", {"condition": "${var.not_there}", "error_message": "x"}), ("ephemeral", "x"), ("value", "${each.key}"),
               ("value", "${count.index}"), ("value", "${self.id}"), ("value", "${path.nowhere}"), ("value", "${terraform.nothing}"), ("value", "${upper()}"),
               ("value", "${upper(\"a\", \"b\")}"), ("value", "${lookup({})}"), ("value", "${Upper(\"a\")}"), ("value", "${format()}"), ("value", "${[for x in]}"),
               ("value", "${[for x in [1] : y]}"), ("value", "${1 +}"), ("value", "${\"a\" + 1}"), ("value", "${true ? 1}"), ("value", "${\"a}"), ("value", "${{ a = 1 }.b}"),
               ("value", "${tonumber(\"a\")}"), ("value", "${element([], 0)}"), ("value", "${jsondecode(\"{\")}"), ("value", "${regex(\"(\", \"a\")}"), ("value", "${join(\",\", \"a\")}"),
               ("value", "${cidrsubnet(\"10.0.0.0\", 4, 1)}"), ("value", "${local}"), ("value", "${var}"), ("value", "${aws_sns_topic}"), ("value", "${foo}"), ("value", "${foo.bar}"),
               ("value", "${provider::aws::nothing()}"), ("value", "${file(\"not-there.txt\")}"), ("value", "%{ if true }a"), ("value", "%{ for x in [1] }a%{ endif }")],
    "terraform": [("required_version", "at least 1"), ("required_version", ">= 1.3, <"), ("required_provider", {}),
                  ("required_providers", {"aws": {"source": "not/a/source/at/all"}}), ("required_providers", {"aws": {"source": "Bad Source"}}),
                  ("required_providers", {"aws": {"version": "latest"}}), ("required_providers", {"aws": 5}), ("required_providers", {"aws": {"sorce": "hashicorp/aws"}}),
                  ("backend", {"nowhere": {}}), ("required_version", 1), ("required_version", ""), ("required_version", None), ("required_version", [">= 1.0"]), ("required_version", ">= 1.0 < 2.0"), ("required_version", "=> 1.0"), ("required_version", "${var.x}"),
                  ("required_version", ">= 1.0, , < 2"), ("required_version", "1.x"), ("required_version", "~>1.3"), ("required_version", "^1.0"), ("required_version", "> 0.1.2-beta1"),
                  ("required_providers", {"aws": {"source": "hashicorp/aws", "versions": "1"}}), ("required_providers", {"aws": {"source": ["hashicorp/aws"]}}), ("required_providers", {"aws": {"source": "https://registry.terraform.io/hashicorp/aws"}}),
                  ("required_providers", {"aws": {"source": "hashicorp/aws", "version": 5}}), ("required_providers", {"aws": {"source": "hashicorp/aws", "version": ["5"]}}), ("required_providers", {"aws": ">= five"}), ("required_providers", {"aws": None}),
                  ("required_providers", {"a_b": {"source": "hashicorp/aws"}}), ("required_providers", {"a b": {"source": "hashicorp/aws"}}), ("required_providers", {"aws": {"source": ""}}), ("required_providers", {"aws": {"source": "aws"}}),
                  ("required_providers", {"aws": {"source": "hashicorp/aws", "configuration_aliases": "aws.a"}}), ("required_providers", {"aws": {"source": "hashicorp/aws", "configuration_aliases": ["a"]}}), ("required_providers", {"aws": {"source": "-/aws"}}),
                  ("required_providers", {"aws": {"source": "hashicorp/aws", "configuration_aliases": ["google.a"]}}), ("required_providers", []), ("required_providers", "aws"), ("required_providers", [{}, {}]), ("required_providers", {"aws": {"source": "HashiCorp/AWS"}}),
                  ("required_providers", {"aws": {"source": "hashicorp/terraform-provider-aws"}}), ("required_providers", {"aws": {"source": "hashi_corp/aws"}}), ("required_providers", {"aws": {"source": "terraform.io/builtin/aws"}}),
                  ("backend", {"s3": {"bucket": "b", "key": "k", "region": "us-east-1"}}), ("backend", {"s3": {"buckt": "b"}}), ("backend", {"s3": {"bucket": ["b"]}}), ("backend", {"s3": {"bucket": "${var.x}"}}), ("backend", {"local": {"path": "x"}, "s3": {}}),
                  ("backend", "s3"), ("backend", {}), ("backend", []), ("backend", {"s3": []}), ("cloud", {"organization": "x", "workspaces": {"name": "y"}}), ("cloud", {"organisation": "x"}), ("cloud", []), ("experiments", ["nothing"]), ("experiments", "x"),
                  ("required_providers", {"aws": {"source": "hashicorp/aws", "version": "~> 5.0, != 5.1"}}), ("requiredVersion", "1"), ("version", ">= 1"), ("providers", {}), ("provider_meta", {"aws": {}}), ("provider_meta", {"aws": {"x": 1}}), ("provider_meta", "x")],
    "locals": [("self_made", "${local.self_made}"), ("lost", "${var.not_there}"), ("bad-fn", "${bas64encode(\"a\")}"), ("9bad", 1), ("a b", 1), ("one", "${two}"), ("each", "${each.key}"), ("mine", "${count.index}"), ("one", "${self.id}"), ("", 1), ("-a", 1), ("ünï", 1), ("a.b", 1), ("A", 1),
               ("nested", {"a": [{"b": "${nothing()}"}]}), ("key", {"${var.not_there}": 1}), ("circle", "${local.circle2}"), ("none", None), ("${x}", 1), ("cond", "${true ? [1] : \"a\"}"), ("for", "${[for x in local.for : x]}"), ("x", "${path.modul}")],
    "": [("resources", {}), ("Resource", {}), ("variables", {}), ("local", {}), ("locals", "x"), ("resource", "x"), ("output", []), ("data", {"aws_region": "x"}),
         ("moved", {"from": "aws_sns_topic.a"}), ("moved", {"from": "aws_sns_topic.a", "to": "aws_sqs_queue.b"}), ("moved", {"from": "a", "to": "b"}),
         ("removed", {"from": "aws_sns_topic.old"}), ("removed", {"form": "aws_sns_topic.old"}), ("check", {"c": {}}), ("check", {"c": {"assert": {"condition": True}}}),
         ("provider", {"aws": {"regin": "us-east-1"}}), ("provider", {"aws": {"region": ["us-east-1"]}}), ("provider", {"nowhere": {}}),
         ("module", {"m": {}}), ("module", {"m": {"source": "./not-there"}}), ("module", {"m": {"source": 7}}), ("moved", {"from": "aws_sns_topic.a", "too": "aws_sns_topic.b"}),
         ("module", {"m": {"source": "${var.x}"}}), ("provider", {"aws": [{"alias": "a"}, {"alias": "a"}]}), ("terraform", 1), ("ephemeral", {"aws_nothing": {"a": {}}}),
         ("ephemeral", {"aws_secretsmanager_secret_version": {"a": {}}}), ("ephemeral", {"aws_secretsmanager_secret_version": {"a": {"secret_id": ["x"]}}}), ("ephemeral", {"aws_secretsmanager_secret_version": {"a": {"secret_id": "x", "secretid": "x"}}}),
         ("moved", {}), ("moved", "x"), ("moved", []), ("moved", {"from": 7, "to": "aws_sns_topic.b"}), ("moved", {"from": "aws_sns_topic.a[0]", "to": "aws_sns_topic.b"}), ("moved", {"from": "module.a", "to": "aws_sns_topic.b"}), ("moved", {"from": "aws_sns_topic.a", "to": "aws_sns_topic.a"}),
         ("moved", {"from": "aws_sns_topic.a.arn", "to": "aws_sns_topic.b"}), ("moved", {"from": "data.aws_region.a", "to": "data.aws_region.b"}), ("moved", {"from": "${aws_sns_topic.a}", "to": "aws_sns_topic.b"}), ("moved", {"from": "var.a", "to": "var.b"}), ("moved", {"from": "local.a", "to": "local.b"}),
         ("moved", {"from": "", "to": "aws_sns_topic.b"}), ("moved", {"from": ["aws_sns_topic.a"], "to": "aws_sns_topic.b"}), ("moved", {"from": "aws_sns_topic.a b", "to": "aws_sns_topic.b"}), ("moved", {"from": "aws_sns_topic.a[each.key]", "to": "aws_sns_topic.b"}),
         ("removed", {}), ("removed", "x"), ("removed", {"from": 1}), ("removed", {"from": "a"}), ("removed", {"from": "data.aws_region.x"}), ("removed", {"from": "aws_sns_topic.old", "lifecycle": {}}), ("removed", {"from": "aws_sns_topic.old", "lifecycle": {"destroy": "perhaps"}}),
         ("removed", {"from": "aws_sns_topic.old[0]", "lifecycle": {"destroy": False}}), ("removed", {"from": "aws_sns_topic.old", "lifecycle": {"destroys": False}}), ("removed", {"from": "aws_sns_topic.old", "lifecycle": "x"}), ("removed", {"from": "module.old", "lifecycle": {"destroy": False}}),
         ("removed", {"from": "aws_sns_topic.old", "lifecycle": {"destroy": "${var.x}"}}), ("removed", {"from": "aws_sns_topic.old.arn", "lifecycle": {"destroy": False}}), ("removed", {"to": "aws_sns_topic.old"}),
         ("check", {}), ("check", "x"), ("check", {"c": {"assert": {}}}), ("check", {"c": {"assert": "x"}}), ("check", {"c": {"assert": []}}), ("check", {"9c": {"assert": {"condition": "${1 == 1}", "error_message": "x"}}}), ("check", {"c": {"assert": {"condition": "${var.not_there}", "error_message": "x"}}}),
         ("check", {"c": {"asert": {}}}), ("check", {"c": {"data": {"aws_region": {"x": {"nam": "y"}}}, "assert": {"condition": "${data.aws_region.x.name != \"\"}", "error_message": "x"}}}), ("check", {"c": {"data": {"aws_nothing": {"x": {}}}, "assert": {"condition": "${data.aws_nothing.x.name != \"\"}", "error_message": "x"}}}),
         ("check", {"c": {"assert": {"condition": "perhaps", "error_message": "x"}}}), ("check", {"c": {"assert": {"condition": "${data.aws_region.nowhere.name == \"x\"}", "error_message": "${var.not_there}"}}}), ("check", {"c": []}), ("check", [{"c": 1}]),
         ("import", {"to": "aws_sns_topic.not_there", "id": "x"}), ("import", {"id": "x"}), ("import", {"to": "aws_sns_topic.x"}), ("import", {"to": 7, "id": "x"}), ("import", {"too": "x", "id": "x"}), ("import", "x"),
         ("provider", {}), ("provider", "aws"), ("provider", {"aws": []}), ("provider", {"aws": 7}), ("provider", {"aws": {"alias": 7}}), ("provider", {"aws": {"alias": "a b"}}), ("provider", {"aws": {"alias": "${var.x}"}}), ("provider", {"aws": {"default_tags": {"tag": {}}}}),
         ("provider", {"aws": {"default_tags": [{"tags": {"a": "b"}}, {"tags": {"a": "b"}}]}}), ("provider", {"aws": {"assume_role": {"role": "x"}}}), ("provider", {"aws": {"assume_role": {"role_arn": "x"}}}), ("provider", {"aws": {"allowed_account_ids": "111122223333"}}), ("provider", {"aws": {"endpoints": {"sns": "http://localhost:4566", "nothing": "x"}}}),
         ("provider", {"aws": {"max_retries": "many"}}), ("provider", {"aws": {"region": "${var.not_there}"}}), ("provider", {"aws": {"region": "${local.not_there}"}}), ("provider", {"aws": {"version": "latest"}}), ("provider", {"aws": {"count": 1}}), ("provider", {"aws": {"for_each": {}}}), ("provider", {"aws": {"alias": "x", "depends_on": []}}),
         ("provider", {"AWS": {}}), ("provider", {"a.b": {}}), ("provider", {"aws.x": {}}), ("provider", {"aws": {"region": "${each.key}"}}), ("provider", {"aws": {"region": "nowhere"}}), ("provider", {"aws": {"access_key": 7}}), ("provider", {"aws": {"skip_region_validation": "perhaps"}}),
         ("module", {"m": "x"}), ("module", {"m": []}), ("module", {"m": {"source": ""}}), ("module", {"m": {"source": None}}), ("module", {"m": {"source": ["./x"]}}), ("module", {"9m": {"source": "./x"}}), ("module", {}), ("module", "x"), ("module", {"m": {"source": "./not-there", "version": "1.0"}}),
         ("module", {"m": {"source": "a/b/c", "version": "latest"}}), ("module", {"m": {"source": "not a source"}}), ("module", {"m": {"sorce": "./x"}}), ("module", {"m": {"source": "./not-there", "count": "x"}}), ("module", {"m": {"source": "./not-there", "providers": "aws"}}), ("module", {"m": {"source": "./not-there", "providers": {"aws": "aws.nowhere"}}}),
         ("module", {"m": {"source": "./not-there", "depends_on": "x"}}), ("module", {"m": {"source": "./not-there", "count": 1, "for_each": {}}}), ("module", {"m": {"source": "./not-there", "lifecycle": {}}}), ("module", {"m": {"source": "./not-there", "x": "${var.not_there}"}}), ("module", {"m": [{"source": "./x"}, {"source": "./x"}]}),
         ("resource", {}), ("resource", []), ("resource", [{}]), ("resource", None), ("resource", [[]]), ("data", {}), ("data", "x"), ("data", [1]), ("output", "x"), ("output", {"o": "x"}), ("output", {"o": []}), ("output", {"o": None}), ("variable", "x"), ("variable", {"v": "string"}), ("variable", {"v": []}), ("variable", {"source": {}}),
         ("variable", {"count": {}}), ("variable", {"for_each": {"type": "string"}}), ("variable", {"v": None}), ("variable", {"version": {}}), ("locals", []), ("locals", [1]), ("locals", None), ("locals", {"a": "${local.b}", "b": "${local.a}"}), ("locals", [{"a": 1}, {"a": 2}]), ("terraform", []), ("terraform", "x"), ("terraform", None),
         ("terraform", {"required_providers": {"x": {"source": "a_b/c"}}}), ("terraform", {"required_providers": {"x": {"source": "a--b/c"}}}), ("terraform", {"required_providers": {"x": {"source": "a/terraform-b"}}}),
         ("terraform", {"required_providers": {"x": {"source": "b..c/d/e"}}}), ("terraform", {"required_providers": {"x": {"source": "a/b", "version": "v5"}}}), ("terraform", {"required_providers": {"x": {"source": "a/b", "version": "5.0.0.0"}}}),
         ("data", {"terraform_remote_state": {"x": {"backend": "s4", "config": {}}}}), ("data", {"terraform_remote_state": {"x": {"backend": "s3", "config": {"bucket": "b", "region": "us-east-1"}}}}),
         ("data", {"terraform_remote_state": {"x": {"backend": "local", "config": {"pth": "x"}}}}), ("data", {"terraform_remote_state": {"x": {"backend": "local", "config": []}}}),
         ("Resources", {}), ("AWSTemplateFormatVersion", "2010-09-09"), ("provisioner", {}), ("lifecycle", {}), ("backend", {}), ("required_providers", {}), ("//", "a remark"), ("// x", "a remark"), ("action", {}), ("list", {}), ("$schema", "x"), ("", {})],
}
OTHER_TYPES = {"aws_vpc": {"x": {"cidr_block": 7, "cidr": "x"}}, "aws_instances": {"x": {}}, "aws_ecs_service": {"x": {"name": "x", "task_definition": ["y"], "load_balancer": {}}}, "aws_lambda_functions": {"x": {}}, "aws_db_instance": {"x": {"instance_class": {}}},
               "aws_lb_listener": {"x": {"load_balancer_arn": "x", "default_action": {}}}, "aws_route53_record": {"x": {"zone_id": "z", "name": "n", "type": "X"}}, "aws_iam_user": {"a b": {"name": "x"}}, "aws_s3_bucket": {"x": {"acl": "public", "website": "x"}},
               "aws_sns_topic_arn": {"x": {"name": "y"}}, "aws_cloudwatch_metric_alarms": {"x": {}}, "aws_sns_topic": {"9x": {"name": "y"}},
               "aws_nothing": {"x": {}}, "aws_kms_alias": {"x": []}}


def places(node, path=()):
    if isinstance(node, dict):
        for key, value in node.items():
            yield path + (key,)
            yield from places(value, path + (key,))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield path + (index,)
            yield from places(value, path + (index,))


def structures(tree, path, labels):
    """The paths of the structures that stand so many labels below a section, whether spelled with lists or without."""
    try:
        node = at(tree, path)
    except KeyError:
        return
    for part in range(len(node)) if isinstance(node, list) else [None]:
        found = path if part is None else path + (part,)
        if not isinstance(at(tree, found), dict):
            continue
        if labels == 0:
            yield found
        else:
            for name in at(tree, found):
                yield from structures(tree, found + (name,), labels - 1)


def at(tree, path):
    for step in path:
        tree = tree[step]
    return tree


def renamed(parent, old, new):
    items = [(new if key == old else key, value) for key, value in parent.items()]
    parent.clear()
    parent.update(items)


def mutations(tree):
    """Pairs of a kind and a change: a function that breaks a copy and answers the path that it broke."""
    bodies = [path for kind in ("resource", "data") for path in structures(tree, (kind,), 2)]

    def put(path, value):
        def change(copy):
            at(copy, path[:-1])[path[-1]] = value
            return path
        return change

    def drop(path):
        def change(copy):
            del at(copy, path[:-1])[path[-1]]
            return path[:-1]
        return change

    def rename(path, new):
        def change(copy):
            renamed(at(copy, path[:-1]), path[-1], new)
            return path[:-1] + (new,)
        return change

    def wrap(path, value):
        def change(copy):
            at(copy, path[:-1])[path[-1]] = value(at(copy, path))
            return path
        return change

    for path in places(tree):
        value, key = at(tree, path), path[-1]
        section = path[0]
        inside = section in ("resource", "data") and sum(isinstance(step, str) for step in path) > 3
        if isinstance(key, str) and key != "//" and len(path) > 1:
            if inside or section not in ("resource", "data"):
                yield "renamed", rename(path, key + "x")
                yield "misspelt", rename(path, key[:-2] + key[-1:] + key[-2:-1])
                yield "misspelt", rename(path, key[1:] or "x")
                yield "case", rename(path, key.upper() if key.lower() == key else key.lower())
                yield "twice", rename(path, key)  # replaced below
                yield "dropped", drop(path)
            else:
                yield "label", rename(path, key + "x")
                yield "label", rename(path, key + " " if len(path) == 2 else "9" + key)
        if isinstance(key, int):
            yield "dropped", drop(path)
        if inside or section in ("variable", "output", "locals", "module", "provider", "terraform", "check", "moved", "removed"):
            for wrong in WRONG:
                yield "type", put(path, wrong)
            if isinstance(value, str):
                for wrong in HOSTILE:
                    yield "text", put(path, wrong)
                yield "text", put(path, value + "x")
                yield "text", put(path, value[:-1])
                yield "text", put(path, value.upper())
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                for wrong in (0, -5, 2, 61, 100000, value + 0.5):
                    yield "range", put(path, wrong)
            if isinstance(value, dict) and value:
                yield "block", wrap(path, lambda old: [old, copy.deepcopy(old)])
                yield "block", wrap(path, lambda old: [[old]])
                yield "block", put(path, {})
            if isinstance(value, list):
                yield "null", wrap(path, lambda old: old + [None])
                yield "null", put(path, [None])
            if isinstance(value, list) and value:
                yield "block", wrap(path, lambda old: old + copy.deepcopy(old))
                yield "block", wrap(path, lambda old: old[0])
                yield "block", put(path, [])
        if isinstance(value, str) and "${" in value and len(path) > 1:
            for match in re.finditer(r"[a-z_]+(?:\.[A-Za-z0-9_]+)+|[a-z]+(?=\()|}", value):
                for new in broken(match[0]):
                    yield "reference", put(path, value[:match.start()] + new + value[match.end():])
    for path in places(tree):
        section = path[0]
        inside = section in ("resource", "data") and sum(isinstance(step, str) for step in path) > 3
        if inside or section in ("output", "locals", "check", "module") and path[-1] not in ("description", "depends_on"):
            if isinstance(path[-1], str):
                for text in EXPRESSIONS:
                    yield "expression", put(path, text)
                value = at(tree, path)
                if isinstance(value, str) and "${" not in value:
                    yield "expression", put(path, value + "${")
                    yield "expression", put(path, value + "${var.not_there}")
                if isinstance(value, str) and value.startswith("${") and value.endswith("}"):
                    for before, after in (("upper(", ")"), ("length(", ")"), ("", ".nothing"), ("", "[0]"), ("", "[\"a\"]"), ("", "[*]"), ("[", "]"), ("!", ""), ("-", ""), ("", " + 1"), ("", " == 1"), ("true ? 1 : ", ""), ("toset(", ")"), ("tonumber(", ")"), ("jsondecode(", ")"), ("keys(", ")"), ("", ".*.x"), ("[for x in ", " : x]")):
                        yield "wrapped", put(path, "${" + before + value[2:-1] + after + "}")
        if inside and isinstance(path[-1], str) and len(path) > 4:
            yield "misplaced", move(tree, path, upward=True)
            yield "misplaced", move(tree, path, upward=False)
            yield "swapped", swap(tree, path)
    for path in places(tree):
        if path[0] == "output" and path[-1] == "value":
            for body in bodies:
                for reference in references(tree, body):
                    yield "attribute", put(path, reference)
    for path in bodies:
        for name, value in META:
            yield "meta", put(path + (name,), value)
        for name, value in BEYOND:
            yield "beyond", put(path + (name,), value)
    for section, changes in BLOCKS.items():
        labels = 1 if section in ("variable", "output") else 0
        for path in structures(tree, (section,) if section else (), labels):
            for name, value in changes:
                yield section or "root", put(path + (name,), value)
    for kind in ("resource", "data"):
        for path in structures(tree, (kind,), 0):
            for name, value in OTHER_TYPES.items():
                if name not in at(tree, path):
                    yield "resource type", put(path + (name,), value)


def move(tree, path, upward):
    """Puts an argument into the block around its own, or into the first block beside it."""
    def change(copy):
        value, around = at(copy, path), path[:-1]
        if upward:
            around = around[:-1]
            while isinstance(at(copy, around), list):
                around = around[:-1]
        else:
            beside = [name for name, found in at(copy, around).items() if isinstance(found, dict) and name != path[-1]]
            around += (beside[0],) if beside else (0, 0, 0)
        target = at(copy, around)
        del at(copy, path[:-1])[path[-1]]
        if path[-1] in target:
            raise KeyError
        target[path[-1]] = value
        return around + (path[-1],)
    return change


def swap(tree, path):
    """Gives an argument the value of the next one in its body."""
    def change(copy):
        body = at(copy, path[:-1])
        names = list(body)
        other = names[(names.index(path[-1]) + 1) % len(names)]
        body[path[-1]], body[other] = body[other], body[path[-1]]
        return path
    return change


def references(tree, path):
    """References to a resource that lead nowhere, or not where people think."""
    labels = [step for step in path if isinstance(step, str)]
    address = ".".join(labels[1:] if labels[0] == "resource" else labels)
    body = at(tree, path)
    yield from ("${%s%s}" % (address, rest) for rest in (
        "", ".id", ".nothing", ".id.x", ".id[0]", ".arn.x", "[0]", "[0].id", "[\"a\"].id", "[*].id", "[*].nothing", ".*.id", ".0.id", ".tags.a", ".tags[\"a\"]", ".tags.a.b", ".tags_all", "[each.key].id", "[count.index].id", "[0][1].id", ".id ? 1 : 2"))
    for name, value in body.items() if isinstance(body, dict) else []:
        if name in ("count", "for_each", "lifecycle", "provider", "depends_on", "provisioner", "connection", "dynamic", "//"):
            continue
        yield from ("${%s.%s%s}" % (address, name, rest) for rest in ("", "x", ".x", "[0]", "[0].x", "[*].x", "[\"x\"]", ".x.y", "[0][0]", "[0].x.y"))
        inner = value[0] if isinstance(value, list) and value else value
        for own in inner if isinstance(inner, dict) else ():
            yield from ("${%s.%s%s}" % (address, name, rest) for rest in (f".{own}", f"[0].{own}", f"[0].{own}x", f"[*].{own}", f"[\"{own}\"]", f"[0].{own}[0]", f"[0].{own}.x"))


def broken(reference):
    if reference == "}":
        return ["", "]", ".}", "+}", " b}", "[0}", "(}"]
    if "." not in reference:
        return [reference + "x", reference.upper()]
    steps = reference.split(".")
    out = [".".join(steps[:index] + [steps[index] + "x"] + steps[index + 1:]) for index in range(len(steps))]
    return out + [".".join(steps[:-1]), reference + "..x", reference + ".x", reference.replace(".", "-", 1), steps[-1], reference.upper()]


def draw(tree, count, seed):
    """`count` broken copies, as many of each kind as there are: a kind, the broken path and the tree."""
    by_kind = {}
    for kind, change in mutations(tree):
        by_kind.setdefault(kind, []).append(change)
    made = 0
    for kind, change in dealing.dealt(by_kind, seed):
        if made == count:
            return
        mutant = copy.deepcopy(tree)
        try:
            path = change(mutant)
        except (KeyError, IndexError, TypeError):
            continue
        if kind == "twice":
            parent = at(mutant, path[:-1])
            parent[path[-1] + TWICE] = copy.deepcopy(parent[path[-1]])
            path = path[:-1] + (path[-1] + TWICE,)
        if mutant == tree:
            continue
        made += 1
        yield kind, path, mutant
