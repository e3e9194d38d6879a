package model

// Via says how an act is known to be somebody's.
type Via uint8

// The ways.
const (
	Own      Via = iota // the person acted, on a machine that asks nobody for a PIN
	Recorded            // typed by somebody else, from a document
	Signed              // the person acted, with their own PIN
)

// Role is what a person may be in the organisation (DOMAIN 10.1). Rights follow
// role and reporting line.
type Role uint8

// The roles.
const (
	RoleStaff      Role = iota // pegawai
	RoleEvaluator              // penilai
	RoleSuperior               // atasan penilai
	RoleManager                // pengelola unit
	RoleTeam                   // tim kinerja
	RoleCounsellor             // konselor
	RoleAuditor                // inspektorat
	RoleAdmin
	roleCount
)

var roles = [...]string{"pegawai", "penilai", "atasan_penilai", "pengelola_unit", "tim_kinerja", "konselor", "inspektorat", "admin"}

// String is the word that files and the command line use.
func (r Role) String() string { return roles[min(int(r), len(roles)-1)] }

// ParseRole reads the word that files and the command line use.
func ParseRole(s string) (Role, bool) { return parseWord[Role](roles[:], s) }

// Roles is a set of roles.
type Roles uint16

// RolesOf returns the set of the given roles.
func RolesOf(list ...Role) (r Roles) {
	for _, x := range list {
		r |= 1 << x
	}
	return r
}

// Has reports whether r is in the set.
func (r Roles) Has(x Role) bool { return r&(1<<x) != 0 }

// Actor is who works, and by what right.
type Actor struct {
	ID       string     // as it stands in facts: an employee's ID, or "owner"
	Employee EmployeeID // empty for the owner of a file who is not on its staff list
	Name     string     // as the top line shows it; never in a fact
	Roles    Roles
	Via      Via
	Document string // the paper that a recorded act was typed from
}

// Owner is the actor of a file that one person keeps on one machine: evaluator
// and keeper of the unit in one, without login. me may be empty.
func Owner(me EmployeeID, name string) Actor {
	id := string(me)
	if id == "" {
		id = "owner"
	}
	return Actor{ID: id, Employee: me, Name: name, Roles: RolesOf(RoleEvaluator, RoleManager, RoleAdmin)}
}

// Relation says how an actor stands to the person a thing is about.
type Relation uint8

// The relations.
const (
	RelNone      Relation = iota // another unit, or about nobody
	RelSelf                      // it is about the actor
	RelEvaluator                 // the actor evaluates this person
	RelSuperior                  // the actor evaluates this person's evaluator
	RelUnit                      // the same unit
	RelLeader                    // this person evaluates the actor
)
