import TenonDatabase

extension Command {
  /// `secrets new-key` puts a new key in front of the others; `secrets rotate` encrypts with it
  /// what older ones encrypted.
  func secrets(_ arguments: Arguments) throws -> Int32 {
    switch arguments.words.dropFirst() {
    case ["new-key"]:
      try Secrets.prepare()
      let keys = SecretKeys(application, arguments)
      let made = try keys.addKey()
      return say("\(made) is the newest key of \(keys.path)\n")
    case ["rotate"]:
      let tenant = try Service.open(application, arguments)
      defer { tenant.database.close() }
      let count = try Rotation(tenant: tenant).run()
      let key = tenant.keyring.file.current.name
      return say("\(count) secret(s) encrypted anew with \(key); older keys are needed no more\n")
    default: throw UsageError("secrets new-key | rotate")
    }
  }

  /// Tells which secrets cannot be opened; answers whether all can.
  func checkSecrets(_ tenant: Tenant) throws -> Bool {
    let (count, broken) = try Rotation(tenant: tenant).check()
    for place in broken { StandardOutput.write("secret \(place) cannot be decrypted\n") }
    if broken.isEmpty { _ = say("\(count) secret(s) can be decrypted\n") }
    return broken.isEmpty
  }
}
