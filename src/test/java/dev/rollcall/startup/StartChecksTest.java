package dev.rollcall.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.scim.protocol.BodySize;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StartChecksTest {
    private final List<StartCheck> checks;
    private final List<BodySize> bodies;

    StartChecksTest(@All List<StartCheck> checks, @All List<BodySize> bodies) {
        this.checks = checks;
        this.bodies = bodies;
    }

    private record Check(String title, String advice, List<String> problems) implements StartCheck {
        private Check(String title, String... problems) {
            this(title, "", List.of(problems));
        }
    }

    @Test
    void theServiceStartsWhereNothingIsWrong() {
        assertThatCode(() -> start(new Check("Limits"), new Check("Rates"))).doesNotThrowAnyException();
    }

    @Test
    void allThatIsWrongIsNamedAtOnceUnderItsTitle() {
        assertThatThrownBy(() -> start(
                        new Check("Unsafe", "Accept them by name.", List.of("u2", "u1")),
                        new Check("Rates", "r"),
                        new Check("Limits", "l3", "l2"),
                        new Check("Limits"),
                        new Check("Limits", "l1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("""
                        Limits:
                        - l1
                        - l3
                        - l2
                        Rates:
                        - r
                        Unsafe:
                        - u2
                        - u1
                        Accept them by name.""");
    }

    @Test
    void everyRoomWithSettingsIsAsked() {
        assertThat(checks)
                .extracting(StartCheck::title)
                .containsExactlyInAnyOrder(
                        "Attributes that cannot be indexed",
                        "Audiences that make no sense",
                        "Key-encryption keys that are none",
                        "Limits that cannot be kept",
                        "Limits that cannot be kept",
                        "Limits that cannot be kept",
                        "Limits that cannot be kept",
                        "Limits that cannot be kept",
                        "Rate limits that make no sense",
                        "Rate limits that make no sense",
                        "Settings of sign-in that make no sense",
                        "Settings of the issuer of operators' tokens that make no sense",
                        "Shares of organizations that make no sense");
        assertThat(bodies).extracting(BodySize::key).containsExactly("rollcall.groups.body-size");
    }

    private static void start(StartCheck... checks) {
        new StartChecks(List.of(checks)).refuse(new StartupEvent());
    }
}
