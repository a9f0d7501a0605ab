package dev.rollcall.scim.filter;

/// How much of a filter is taken, so that none can exhaust the stack or the database: its length in characters
/// (UTF-16 units), how deep parentheses, `not` and brackets nest, and how many comparisons it makes.
public record FilterLimits(int characters, int depth, int terms) {
    /// Far above what provisioning clients send.
    public static final FilterLimits DEFAULT = new FilterLimits(16_384, 32, 200);
}
