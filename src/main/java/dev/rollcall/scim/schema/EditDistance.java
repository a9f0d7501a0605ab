package dev.rollcall.scim.schema;

/// How far two spellings are from each other.
public final class EditDistance {
    private EditDistance() {}

    /// How many letters must be added, removed or changed to make one text of the other (Levenshtein).
    public static int between(String left, String right) {
        var row = new int[right.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= left.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
