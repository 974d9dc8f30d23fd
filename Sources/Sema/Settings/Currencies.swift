import Diagnostics
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

  /// Every currency, those of these parts and the great ones also by what people call them.
  static let candidates: [Candidate] = all.keys.map { code in
    let words = Keyword.list(calledBy[code] ?? "")
    return Candidate(code, labels: Array(words.prefix(1)), also: Array(words.dropFirst()))
  }

  /// The name first.
  private static let calledBy = [
    "CNY": "人民币 RMB CNH ￥ ¥ 元 圆 yuan renminbi", "USD": "美元 $ US$ 美金 dollar",
    "EUR": "欧元 € euro", "JPY": "日元 日圆 円 yen", "HKD": "港元 港币 HK$", "GBP": "英镑 £ pound",
    "TWD": "新台币 台币 NT$ NTD", "KRW": "韩元 ₩", "SGD": "新加坡元 新币 S$", "MOP": "澳门元",
    "AUD": "澳元 A$", "CAD": "加元", "CHF": "瑞士法郎", "THB": "泰铢", "RUB": "卢布",
    "VND": "越南盾", "MYR": "林吉特 马币", "INR": "卢比",
  ]

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
