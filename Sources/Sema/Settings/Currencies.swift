import IR

/// The currencies of ISO 4217 with the digits of their minor units; no metals, funds or test codes.
enum Currencies {
  /// By code.
  static let all: [String: Currency] = {
    var result: [String: Currency] = [:]
    for (codes, scale) in [(none, UInt8(0)), (two, 2), (three, 3), (four, 4)] {
      for code in codes.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        result[String(code)] = Currency(code: String(code), scale: scale)
      }
    }
    return result
  }()

  private static let none = """
    BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
    """
  private static let two = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CNY COP CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
    GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD
    LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN
    PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP
    SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWL
    """
  private static let three = """
    BHD IQD JOD KWD LYD OMR TND
    """
  private static let four = """
    CLF UYW
    """
}
