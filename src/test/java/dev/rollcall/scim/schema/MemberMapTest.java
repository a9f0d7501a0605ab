package dev.rollcall.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberMapTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 8, 9, 20})
    void isTheMapItWasMadeOf(int size) {
        var members = members(size);
        var copy = MemberMap.copyOf(members);
        assertThat(copy).isEqualTo(members).hasSameHashCodeAs(members).hasSize(size);
        assertThat(members).isEqualTo(copy);
        assertThat(List.copyOf(copy.entrySet())).isEqualTo(List.copyOf(members.entrySet()));
        assertThat(List.copyOf(copy.reversed().keySet()))
                .isEqualTo(List.copyOf(members.reversed().keySet()));
        assertThat(copy.get("absent")).isNull();
        assertThat(copy.containsKey("name0")).isEqualTo(size > 0);
        assertThat(MemberMap.copyOf(copy)).isEqualTo(copy);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9})
    void neverChanges(int size) {
        var members = members(size);
        var copy = MemberMap.copyOf(members);
        members.put("name0", ScimValue.of("changed"));
        assertThat(copy.get("name0")).isEqualTo(ScimValue.of("value0"));
        assertThatThrownBy(() -> copy.put("name0", ScimValue.of(1))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.remove("name0")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    private static SequencedMap<String, ScimValue> members(int size) {
        var members = new LinkedHashMap<String, ScimValue>();
        IntStream.range(0, size).forEach(i -> members.put("name" + i, ScimValue.of("value" + i)));
        return members;
    }
}
