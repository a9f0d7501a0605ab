package dev.rollcall.access.catalogue;

import dev.rollcall.audit.Audit;
import dev.rollcall.audit.Change;
import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.Names;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import dev.rollcall.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The teams of organizations.
@ApplicationScoped
public class Teams {
    /// The most that an organization has.
    public static final int MOST = 1_000;

    private final TeamRepository teams;
    private final Uses uses;
    private final Organizations organizations;
    private final Audit audit;
    private final UuidV7 identifiers;
    private final Clock clock;

    Teams(TeamRepository teams, Uses uses, Organizations organizations, Audit audit, UuidV7 identifiers, Clock clock) {
        this.teams = teams;
        this.uses = uses;
        this.organizations = organizations;
        this.audit = audit;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /// Adds a team.
    ///
    /// @throws RefusedException if there is no such organization, it has the most that it may have, or the name is
    ///     taken in it or is none
    @Transacted
    public Team add(UUID organizationId, String name) {
        organizations.hold(organizationId);
        if (teams.countOf(organizationId) >= MOST) {
            throw RefusedException.limit(
                    "The organization has " + MOST + " teams, which is the most. Remove one that it does not need.");
        }
        var team = new TeamEntity();
        team.id = identifiers.next();
        team.organizationId = organizationId;
        team.name = Names.checked("a team", name);
        team.created = clock.millis();
        team.version = 1;
        requireFree(organizationId, team.name);
        teams.persistAndFlush(team);
        audit.note(change("team.added", team, Map.of(), fields(team)));
        return team.toTeam();
    }

    /// The next so many of the organization, by name.
    ///
    /// @param afterName of the one behind which they begin; empty at the beginning
    @Transactional
    public List<Team> page(UUID organizationId, String afterName, int limit) {
        return teams.page(organizationId, afterName, limit).stream()
                .map(TeamEntity::toTeam)
                .toList();
    }

    /// The one with this id in the organization.
    @Transactional
    public Optional<Team> find(UUID organizationId, UUID id) {
        return teams.find(organizationId, id).map(TeamEntity::toTeam);
    }

    /// The one with this id in the organization.
    ///
    /// @throws RefusedException if there is no such team in the organization
    @Transactional
    public Team required(UUID organizationId, UUID id) {
        return find(organizationId, id).orElseThrow(() -> missing(id));
    }

    /// The one with this id in the organization, which nobody changes or removes until the running transaction ends.
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Team> shared(UUID organizationId, UUID id) {
        return teams.lock(organizationId, id, LockModeType.PESSIMISTIC_READ).map(TeamEntity::toTeam);
    }

    /// Gives it another name.
    ///
    /// @param name null where it keeps the one it has
    /// @throws RefusedException if there is no such team in the organization, it has changed, or the name is taken
    ///     in it or is none
    @Transacted
    public Team change(UUID organizationId, UUID id, Condition condition, @Nullable String name) {
        var team = held(organizationId, id, condition);
        var wanted = name == null ? team.name : Names.checked("a team", name);
        if (team.name.equals(wanted)) {
            return team.toTeam();
        }
        requireFree(organizationId, wanted);
        var before = fields(team);
        team.name = wanted;
        team.version++;
        teams.flush();
        audit.note(change("team.renamed", team, before, fields(team)));
        return team.toTeam();
    }

    /// Removes a team that nothing is given in.
    ///
    /// @throws RefusedException if there is no such team in the organization, it has changed, or it is in use
    @Transacted
    public void remove(UUID organizationId, UUID id, Condition condition) {
        var team = held(organizationId, id, condition);
        uses.requireNoneOfTeam(organizationId, id);
        teams.delete(team);
        teams.flush();
        audit.note(change("team.removed", team, fields(team), Map.of()));
    }

    private TeamEntity held(UUID organizationId, UUID id, Condition condition) {
        var team =
                teams.lock(organizationId, id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(id));
        condition.require(team.version);
        return team;
    }

    private void requireFree(UUID organizationId, String name) {
        if (teams.isTaken(organizationId, name)) {
            throw RefusedException.taken("The organization already has a team '" + name + "'. Choose another name.");
        }
    }

    private static RefusedException missing(UUID id) {
        return RefusedException.notFound("The organization has no team " + id + ".");
    }

    private static Change change(String action, TeamEntity team, Map<String, ?> before, Map<String, ?> after) {
        return new Change(team.organizationId, action, team.id.toString(), team.name, before, after);
    }

    private static Map<String, ?> fields(TeamEntity team) {
        return Map.of("name", team.name);
    }
}
