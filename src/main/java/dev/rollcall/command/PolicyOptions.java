package dev.rollcall.command;

import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.PolicyChange;
import dev.rollcall.organization.Reprovisioning;
import dev.rollcall.refusal.RefusedException;
import java.util.OptionalInt;
import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The policies of an organization as options; what is left out stays.
@NullUnmarked
class PolicyOptions {
    private static final int MOST_DELETED_DAYS = 365;
    private static final int MOST_SEATS = 10_000_000;
    private static final int MOST_ACTIVITY_DAYS = 3_650;
    private static final int MOST_BODY_DAYS = 90;

    @Option(
            names = "--provisioning-without-sso",
            arity = "1",
            description = "Whether it may provision before it has single sign-on and a claimed domain.")
    Boolean withoutSso;

    @Option(
            names = "--domain-policy",
            description = "What becomes of users outside of its claimed domains: ${COMPLETION-CANDIDATES}.")
    DomainPolicy domainPolicy;

    @Option(
            names = "--reprovisioning",
            description =
                    "What becomes of disabled and deleted people who are created again:" + " ${COMPLETION-CANDIDATES}.")
    Reprovisioning reprovisioning;

    @Option(
            names = "--deleted-member-days",
            paramLabel = "DAYS",
            description = "For how many days a deleted member can come back, 0 to 365.")
    Integer deletedMemberDays;

    @Option(
            names = "--seat-limit",
            paramLabel = "SEATS",
            converter = SeatLimit.class,
            description = "The most members that are active or invited; 'none' for as many as there are.")
    OptionalInt seatLimit;

    @Option(
            names = "--protect-last-admin",
            arity = "1",
            description = "Whether the last active org admin can be neither demoted, nor disabled, nor deleted.")
    Boolean protectLastAdmin;

    @Option(
            names = "--roles-from-groups-only",
            arity = "1",
            description = "Whether roles come from groups only, and none can be given by hand.")
    Boolean rolesFromGroupsOnly;

    @Option(
            names = "--activity-days",
            paramLabel = "DAYS",
            description = "For how many days the activity is kept, 1 to 3650.")
    Integer activityDays;

    @Option(
            names = "--refused-body-days",
            paramLabel = "DAYS",
            description = "For how many days what was sent with a refused call is kept, 0 to 90.")
    Integer refusedBodyDays;

    /// Reads a limit, or that there is none.
    static class SeatLimit implements ITypeConverter<OptionalInt> {
        @Override
        public OptionalInt convert(String text) {
            if (text.equalsIgnoreCase("none")) {
                return OptionalInt.empty();
            }
            if (text.matches("[0-9]{1,8}")) {
                return OptionalInt.of(Integer.parseInt(text));
            }
            throw new TypeConversionException("'" + text + "' is neither a number nor none");
        }
    }

    PolicyChange change() {
        return new PolicyChange(
                withoutSso,
                domainPolicy,
                reprovisioning,
                within("--deleted-member-days", deletedMemberDays, 0, MOST_DELETED_DAYS),
                seats(),
                protectLastAdmin,
                rolesFromGroupsOnly,
                within("--activity-days", activityDays, 1, MOST_ACTIVITY_DAYS),
                within("--refused-body-days", refusedBodyDays, 0, MOST_BODY_DAYS));
    }

    private OptionalInt seats() {
        if (seatLimit != null && seatLimit.isPresent()) {
            within("--seat-limit", seatLimit.getAsInt(), 1, MOST_SEATS);
        }
        return seatLimit;
    }

    private static Integer within(String option, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw RefusedException.invalid(option + " is a number from " + least + " to " + most + ".");
        }
        return value;
    }
}
