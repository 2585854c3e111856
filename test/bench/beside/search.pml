/*
 * What `search.ts` gives the simulator to explore, as a model for SPIN: visitors who log in and look in twice, nginx
 * with ip_hash, two Tomcats that keep sessions in memory, and at most one crash, at any moment. One step here is one step
 * there: a message arrives, or a Tomcat crashes.
 */
#ifndef VISITORS
#define VISITORS 2
#endif
#ifndef VISITS
#define VISITS 3
#endif
#define CRASHES 1
#define NOBODY 2

mtype = { quiet, asked, forwarded, working, served, refused, closed, shown };

/* How far each visitor's request is. Each has one connection, so one place is enough for what is on its way. */
mtype stage[VISITORS] = quiet;
/* The Tomcat that the request went to, and whether nginx has tried the other one. */
byte at[VISITORS] = NOBODY;
bool retried[VISITORS];
/* What the page says: known or not. */
bool known[VISITORS];

/* A browser: how many pages it has had, whose cookie it holds, whether it believes to be logged in, logins lost. */
byte pages[VISITORS];
byte cookie[VISITORS] = NOBODY;
bool believes[VISITORS];
byte lost[VISITORS];

/* A Tomcat, the sessions in its memory, and what nginx thinks of it. */
bool up[2] = true;
bool session[2 * VISITORS];
bool failed[2];
byte crashes;

#define home(v) (v % 2)
#define login(v) (pages[v] == 0)

/* Browser: the next visit is due. */
inline visit(v) { stage[v] = asked }

/* nginx: a request has come; ip_hash passes over a server that has failed. */
inline forward(v) {
  at[v] = (failed[home(v)] -> 1 - home(v) : home(v));
  retried[v] = false;
  stage[v] = forwarded
}

/* A Tomcat's machine: the request has come. */
inline accept(v) {
  if
  :: up[at[v]] -> stage[v] = working
  :: else -> stage[v] = refused
  fi
}

/* Tomcat: the servlet is done. */
inline serve(v) {
  if
  :: login(v) -> session[2 * v + at[v]] = true; known[v] = true
  :: else -> known[v] = (cookie[v] == at[v] && session[2 * v + at[v]])
  fi;
  stage[v] = served
}

/* nginx: the server has refused or gone away; the other one is tried. */
inline next(v) {
  failed[at[v]] = true;
  if
  :: retried[v] -> known[v] = false; stage[v] = shown
  :: else -> at[v] = 1 - at[v]; retried[v] = true; stage[v] = forwarded
  fi
}

/* Browser: the page has come. */
inline read_page(v) {
  if
  :: login(v) -> cookie[v] = at[v]; believes[v] = true
  :: !login(v) && believes[v] && !known[v] -> lost[v]++; believes[v] = false
  :: else
  fi;
  pages[v]++;
  at[v] = NOBODY;
  known[v] = false;
  retried[v] = false;
  stage[v] = quiet
}

active [VISITORS] proctype Visitor() {
  do
  :: atomic { stage[_pid] == quiet && pages[_pid] < VISITS -> visit(_pid) }
  :: atomic { stage[_pid] == asked -> forward(_pid) }
  :: atomic { stage[_pid] == forwarded -> accept(_pid) }
  :: atomic { stage[_pid] == working -> serve(_pid) }
  :: atomic { stage[_pid] == served -> stage[_pid] = shown }
  :: atomic { stage[_pid] == refused || stage[_pid] == closed -> next(_pid) }
  :: atomic { stage[_pid] == shown -> read_page(_pid) }
  :: atomic { stage[_pid] == quiet && pages[_pid] == VISITS -> break }
  od
}

/* kill -9: memory is gone, and with it the connections of those who are being served. */
inline crash(t) {
  up[t] = false;
  crashes++;
  v = 0;
  do
  :: v < VISITORS ->
    session[2 * v + t] = false;
    if
    :: at[v] == t && (stage[v] == working) -> stage[v] = closed
    :: else
    fi;
    v++
  :: else -> break
  od;
  v = 0
}

active proctype Fault() {
  byte v;
  do
  :: atomic { crashes < CRASHES && up[0] -> crash(0) }
  :: atomic { crashes < CRASHES && up[1] -> crash(1) }
  :: atomic { crashes == CRASHES -> break }
  od
}
