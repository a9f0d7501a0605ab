package dev.rollcall.access.grant;

import dev.rollcall.organization.domain.DomainName;
import dev.rollcall.scim.schema.Folding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// How a domain can stand in an address that is folded for comparison: each of its labels in letters or as an A-label.
final class DomainForms {
    /// Few names have that many labels that are not ASCII; their owners write them all alike.
    private static final int MOST = 16;

    private DomainForms() {}

    /// The forms of a name in A-labels.
    static List<String> of(String name) {
        var unicode = DomainName.ofAddress("x@" + name)
                .map(DomainName::unicode)
                .map(Folding::fold)
                .orElse(name);
        var labels = name.split("\\.", -1);
        var others = unicode.split("\\.", -1);
        if (labels.length != others.length) {
            return List.of(name);
        }
        var forms = Set.of("");
        for (var i = 0; i < labels.length; i++) {
            forms = longer(forms, labels[i], others[i]);
        }
        return forms.size() <= MOST ? forms.stream().sorted().toList() : List.of(name, unicode);
    }

    private static Set<String> longer(Set<String> forms, String label, String other) {
        var longer = new LinkedHashSet<String>();
        for (var form : forms) {
            var dot = form.isEmpty() ? "" : ".";
            longer.add(form + dot + label);
            longer.add(form + dot + other);
        }
        return longer;
    }
}
