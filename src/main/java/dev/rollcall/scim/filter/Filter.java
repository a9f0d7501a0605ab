package dev.rollcall.scim.filter;

import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ScimValue;
import java.util.List;

/// The syntax tree of a filter (RFC 7644 §3.4.2.2), as it was written: nothing is looked up or typed yet, see
/// {@link FilterResolver}. `toString` gives filter text that parses to an equal tree in strict mode.
public sealed interface Filter {

    /// All operands hold. There are two or more.
    record And(List<Filter> operands) implements Filter {
        public And {
            operands = several(operands);
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /// At least one operand holds. There are two or more.
    record Or(List<Filter> operands) implements Filter {
        public Or {
            operands = several(operands);
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /// The operand does not hold.
    record Not(Filter operand) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /// The attribute has a value: `path pr`.
    record Present(AttributePath path) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /// The attribute compares to a string, boolean, number or null: `path op value`.
    record Comparison(AttributePath path, CompareOp op, ScimValue value) implements Filter {
        public Comparison {
            if (value instanceof ScimValue.MultiValued || value instanceof ScimValue.Complex) {
                throw new IllegalArgumentException("a filter compares simple values only");
            }
        }

        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    /// One and the same element of the attribute meets the whole inner filter: `path[valueFilter]`. The inner
    /// filter has no value path and its paths are names of sub-attributes.
    record ValuePath(AttributePath path, Filter valueFilter) implements Filter {
        @Override
        public String toString() {
            return FilterPrinter.print(this);
        }
    }

    private static List<Filter> several(List<Filter> operands) {
        if (operands.size() < 2) {
            throw new IllegalArgumentException("'and' and 'or' join two filters or more");
        }
        return List.copyOf(operands);
    }
}
