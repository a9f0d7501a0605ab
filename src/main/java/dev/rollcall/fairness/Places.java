package dev.rollcall.fairness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Places that parties share. A party alone takes all but the reserve, which is for those that hold little. Who finds
/// none waits in the line of its party, first come, first served. A place that becomes free goes to the party that
/// holds least; of several with as little, to the one that was served longest ago. Nobody overtakes a party that
/// holds less. Never blocks, and knows no time: whoever asks decides how long to wait.
///
/// @param <P> parties
public final class Places<P> {
    private final int all;
    private final int reserve;
    private final int mostWaiting;
    private final Map<P, Line> lines = new LinkedHashMap<>();
    private int free;
    private int waiting;

    /// @param all how many there are, 1 or more
    /// @param reserve how many of them no party may take that would hold more than half of the reserve then; each
    /// may take its first all the same
    /// @param mostWaiting the most that may wait of one party
    public Places(int all, int reserve, int mostWaiting) {
        this.all = all;
        this.reserve = reserve;
        this.mostWaiting = mostWaiting;
        this.free = all;
    }

    /// How many there are.
    public int all() {
        return all;
    }

    /// The most that one party holds.
    public int most() {
        return Math.max(1, all - reserve);
    }

    /// How many are taken.
    public synchronized int taken() {
        return all - free;
    }

    /// How many turns wait, of all parties.
    public synchronized int waiting() {
        return waiting;
    }

    /// How many a party holds.
    public synchronized int held(P party) {
        var line = lines.get(party);
        return line == null ? 0 : line.held;
    }

    /// Asks for so many places at once; for more than there are, it is all of them.
    public Turn ask(P party, int places) {
        return ask(party, places, 0);
    }

    /// Asks for so many places more for what has some already, and is not bounded by the reserve where its party has no
    /// others.
    ///
    /// @param own how many it has
    public Turn ask(P party, int places, int own) {
        var turn = new Turn(party, Math.min(places, all), own);
        List<Turn> entered;
        synchronized (this) {
            var line = line(party);
            line.turns.add(turn);
            waiting++;
            entered = entering();
            if (turn.isWaiting() && line.turns.size() > mostWaiting) {
                leaveLine(turn);
                turn.end(Outcome.FULL);
            }
        }
        tell(entered);
        turn.tellEnd();
        return turn;
    }

    private Line line(P party) {
        return lines.computeIfAbsent(party, _ -> new Line());
    }

    /// Everybody whose turn it is, who have their places then.
    private List<Turn> entering() {
        if (waiting == 0) {
            return List.of();
        }
        var entered = new ArrayList<Turn>();
        for (var next = next(); next != null; next = next()) {
            enter(next);
            entered.add(next);
        }
        return entered;
    }

    private @Nullable Turn next() {
        Line best = null;
        for (var line : lines.values()) {
            if (!line.turns.isEmpty() && line.mayHold(line.turns.getFirst())) {
                best = best == null || line.held < best.held ? line : best;
            }
        }
        if (best == null) {
            return null;
        }
        var turn = best.turns.getFirst();
        return turn.places <= free ? turn : null;
    }

    private void enter(Turn turn) {
        // At the end of the parties, so that it is served last of those that hold as much.
        var line = lines.remove(turn.party);
        if (line == null) {
            throw new IllegalStateException("A turn without a line");
        }
        lines.put(turn.party, line);
        line.turns.removeFirst();
        waiting--;
        line.held += turn.places;
        free -= turn.places;
        turn.end(Outcome.TAKEN);
    }

    private void leaveLine(Turn turn) {
        line(turn.party).turns.remove(turn);
        waiting--;
        forgetIdle(turn.party);
    }

    private void forgetIdle(P party) {
        var line = line(party);
        if (line.held == 0 && line.turns.isEmpty()) {
            lines.remove(party);
        }
    }

    private void tell(List<Turn> entered) {
        entered.forEach(Turn::tellEnd);
    }

    /// Gives up waiting for whatever reason.
    private void stop(Turn turn, Outcome why) {
        List<Turn> entered;
        synchronized (this) {
            if (!turn.isWaiting()) {
                return;
            }
            leaveLine(turn);
            turn.end(why);
            // It may have stood before others.
            entered = entering();
        }
        turn.tellEnd();
        tell(entered);
    }

    private void giveBack(Turn turn) {
        List<Turn> entered;
        synchronized (this) {
            if (turn.ended != Outcome.TAKEN || turn.isGivenBack) {
                return;
            }
            turn.isGivenBack = true;
            line(turn.party).held -= turn.places;
            free += turn.places;
            forgetIdle(turn.party);
            entered = entering();
        }
        tell(entered);
    }

    /// A party's own line.
    private final class Line {
        private final Deque<Turn> turns = new ArrayDeque<>();
        private int held;

        private boolean mayHold(Turn turn) {
            return held <= turn.own || held + turn.places <= reserve / 2 || free - turn.places >= reserve;
        }
    }

    /// One request for places.
    public final class Turn {
        private final P party;
        private final int places;
        private final int own;
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private volatile @Nullable Outcome ended;
        private boolean isGivenBack;

        private Turn(P party, int places, int own) {
            this.party = party;
            this.places = places;
            this.own = own;
        }

        /// What comes of it; it never fails.
        public CompletableFuture<Outcome> outcome() {
            return outcome;
        }

        /// Ends the wait since it was long enough, if it still waits.
        public void late() {
            stop(this, Outcome.LATE);
        }

        /// Ends the wait since nobody wants the place any more. What is taken stays so.
        public void withdraw() {
            stop(this, Outcome.WITHDRAWN);
        }

        /// Gives the places back, or ends the wait; as often as you like.
        public void leave() {
            withdraw();
            giveBack(this);
        }

        private boolean isWaiting() {
            return ended == null;
        }

        private void end(Outcome how) {
            ended = how;
        }

        // Outside of the lock: what depends on it runs here.
        private void tellEnd() {
            var how = ended;
            if (how != null) {
                outcome.complete(how);
            }
        }
    }
}
