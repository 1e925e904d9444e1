import Testing

/// A bucket that is kept stays closed: its policy is kept with it, and is not made a second time.
@Suite struct KeptStorageTests {
  @Test func thePolicyOfABucketStaysWithIt() {
    let made = EmittedSpec("trail: { create: { name: the-trail } }")
    for name in ["TrailBucket", "TrailBucketPolicy"] {
      let text = made.resource(name)
      #expect(
        text.contains("DeletionPolicy: Retain") && text.contains("UpdateReplacePolicy: Retain"), "\(name)")
      #expect(!text.contains("    Condition: "), "CloudFormation names a new bucket")
    }
  }

  @Test func aNamedBucketAndItsPolicyAreThereOrMadeTogether() {
    let made = EmittedSpec("trail: { create: { name: the-trail, bucket: the-trail-logs } }")
    for name in ["TrailBucket", "TrailBucketPolicy"] {
      #expect(made.resource(name).contains("    Condition: MakesStorage"), "\(name)")
    }
  }
}
