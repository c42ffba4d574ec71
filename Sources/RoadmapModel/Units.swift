/// An amount of money in whole cents, so that sums are exact and plans compare the same on every machine.
public struct Money: Hashable, Sendable {
  /// Hundredths of the currency's unit.
  public var cents: Int64

  /// An amount in cents.
  public init(cents: Int64) {
    self.cents = cents
  }

  /// The amount nearest to a number of currency units; halves go away from zero.
  ///
  /// - Precondition: the amount is finite and below 9e16 units.
  public init(units: Double) {
    self.cents = Int64((units * 100).rounded(.toNearestOrAwayFromZero))
  }

  /// No money.
  public static let zero = Money(cents: 0)

  /// The amount in currency units.
  public var units: Double { Double(cents) / 100 }
}

extension Money: AdditiveArithmetic, Comparable {
  /// The sum.
  public static func + (left: Money, right: Money) -> Money { Money(cents: left.cents + right.cents) }
  /// The difference.
  public static func - (left: Money, right: Money) -> Money { Money(cents: left.cents - right.cents) }
  /// The same amount, owed instead of owned.
  public static prefix func - (amount: Money) -> Money { Money(cents: -amount.cents) }
  /// Tells whether the first amount is smaller.
  public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }
}

extension Money: Codable {
  /// Reads a number of currency units, of which there must be less than 9e16.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let units = try container.decode(Double.self)
    guard units.magnitude < 9e16 else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(units) is too much money")
    }
    self.init(units: units)
  }

  /// Writes a number of currency units.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(units)
  }
}

/// A number of people, full time, in hundredths: the unit of team capacity and of what a capability needs of it.
public struct People: Hashable, Sendable {
  /// Hundredths of a full-time person.
  public var hundredths: Int32

  /// A number of hundredths.
  public init(hundredths: Int32) {
    self.hundredths = hundredths
  }

  /// The number nearest to a count of full-time persons.
  ///
  /// - Precondition: the count is finite and below 20 million.
  public init(_ count: Double) {
    self.hundredths = Int32((count * 100).rounded(.toNearestOrAwayFromZero))
  }

  /// Nobody.
  public static let zero = People(hundredths: 0)

  /// The count of full-time persons.
  public var count: Double { Double(hundredths) / 100 }
}

extension People: AdditiveArithmetic, Comparable {
  /// The sum.
  public static func + (left: People, right: People) -> People {
    People(hundredths: left.hundredths + right.hundredths)
  }
  /// The difference.
  public static func - (left: People, right: People) -> People {
    People(hundredths: left.hundredths - right.hundredths)
  }
  /// Tells whether the first count is smaller.
  public static func < (left: People, right: People) -> Bool { left.hundredths < right.hundredths }
}

extension People: Codable {
  /// Reads a count of persons, which must be below 20 million.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let count = try container.decode(Double.self)
    guard count.magnitude < 2e7 else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(count) is too many people")
    }
    self.init(count)
  }

  /// Writes a count of persons.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }
}

/// A period of the planning calendar, counted from zero; a period is a week.
public struct Period: Hashable, Sendable {
  /// The number of periods since the start of the calendar.
  public var index: Int

  /// The period with an index.
  public init(_ index: Int) {
    self.index = index
  }
}

extension Period: Strideable, Comparable {
  /// Tells whether both are the same period; stated, since `Strideable` would compare by a distance that may overflow.
  public static func == (left: Period, right: Period) -> Bool { left.index == right.index }
  /// Tells whether the first period is earlier.
  public static func < (left: Period, right: Period) -> Bool { left.index < right.index }
  /// The number of periods from this one to another.
  public func distance(to other: Period) -> Int { other.index - index }
  /// The period so many periods later.
  public func advanced(by count: Int) -> Period { Period(index + count) }
}

extension Period: Codable {
  /// Reads an index.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Int.self))
  }

  /// Writes the index.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(index)
  }
}
