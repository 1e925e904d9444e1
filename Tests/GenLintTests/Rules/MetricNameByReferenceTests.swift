import Diagnostics
import Testing

/// A reference to a filter gives the filter's name, which is the metric's by chance alone.
@Suite struct MetricNameByReferenceTests {
  @Test func theNameOfAFilterThatIsTheMetricsIsFine() throws {
    let found = try #require(
      Fixture.template.findings(
        replacing: "MetricName: RootUse\n      Namespace", by: "MetricName: !Ref RootFilter\n      Namespace")
    )
    #expect(found == [])
  }

  @Test func anotherNameIsNot() throws {
    let text = Fixture.template.text
      .replacing("FilterName: RootUse", with: "FilterName: RootFilter")
      .replacing("MetricName: RootUse\n      Namespace", with: "MetricName: !Ref RootFilter\n      Namespace")
    let found = Fixture.lint(text)
    #expect(found.map(\.code) == [.metricNameDiffers])
    #expect(found.first?.hint == "did you mean 'RootUse'?")
  }

  @Test func aNameThatCloudFormationMakesIsNot() throws {
    let found = try #require(
      Fixture.template.findings(
        replacing: "MetricName: TrailChanges\n      Namespace",
        by: "MetricName: !Ref TrailFilter\n      Namespace"))
    #expect(found.map(\.code) == [.metricNameDiffers])
    #expect(found.first?.message == "a reference to the filter gives the filter's name, not its metric's")
    #expect(found.first?.hint == "write 'TrailChanges'")
  }

  @Test func terraformsNameAndIDAreTheFiltersToo() throws {
    let metric = "${aws_cloudwatch_log_metric_filter.root.metric_transformation[0].name}"
    let named = "${aws_cloudwatch_log_metric_filter.root.name}"
    let text = Fixture.configuration.text.replacing(metric, with: named)
    #expect(Fixture.lint(text) == [])
    let other = text.replacing(
      "\"name\": \"RootUse\",\n        \"log", with: "\"name\": \"Filter\",\n        \"log")
    #expect(Fixture.lint(other).map(\.code) == [.metricNameDiffers])
  }
}
