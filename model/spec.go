package model

// MaxMembers is the largest membership a run can hold, founders and acceding
// members together.
const MaxMembers = 12

// Spec is everything a run is given besides its seed: a scenario, converted and
// validated. A Spec is read-only while runs use it, from any number of workers.
type Spec struct {
	Name     string // the scenario's key, as pacific-alliance
	Title    Text
	Question Text   // what the scenario asks
	Source   string // the passage or fact it comes from
	Start    Date   // clock time 0
	End      Date   // the horizon: first day not simulated
	Values   Values // base value of every parameter
	Off      Switches
	Rules    [NumBodies]Rule // nil means unanimity

	Members    []MemberSpec // founders and, after them, those that may join
	Dimensions [NumDimensions]DimensionSpec
	Groups     []GroupSpec
	Presidency PresidencySpec
	Observers  []ObserverCount // in order of date
	Events     []Event         // in order of date
	Designs    []Design        // the first is the baseline of comparisons
}

// MemberSpec is one member state.
type MemberSpec struct {
	Code       string // ISO 3166-1 alpha-2
	Name       Text
	Population float64 // persons; weighs qualified majorities
	Joins      bool    // not a founder: takes part only from its accession event
	Set        []Setting
	Ideal      [NumDimensions]float64 // ideal depth x_id of integration, [0, 1]
	Terms      []Term                 // governments in order; the first is in office at the start
}

// Term is one head of state's time in office, on the real calendar.
type Term struct {
	Name        string
	Start       Date
	Orientation float64 // -1 left … +1 right; enters through orientation_will and orientation_ideal
	Early       bool    // the term BEFORE this one ended early (resignation, removal): no lame-duck period announced it
	Scheduled   bool    // lies in the future of the data
	Source      string
	Confidence  string
}

// DimensionSpec is a dimension's starting point.
type DimensionSpec struct {
	Depth     float64 // depth of norms q_d at the start, [0, 1]
	Uptake    float64 // multiplies the parameter uptake_per_year
	MoreHand  bool    // productive policy (parameter visible_hand) applies to it
	Treatable float64 // multiplies the share of treaties among its mandates
}

// GroupSpec is one technical group.
type GroupSpec struct {
	Name      Text
	Dimension Dimension
	Created   Date // first day it can receive mandates
	CEAP      bool // has a private-sector counterpart chapter
	Weight    float64
	Source    string
}

// PresidencySpec is the rotation of the presidency pro tempore.
type PresidencySpec struct {
	Order   []int            // member indices in the treaty's order
	History []PresidencyTerm // handovers on the real calendar; after the last, rotation is endogenous
}

// PresidencyTerm says who took the presidency when.
type PresidencyTerm struct {
	Member int
	Start  Date
	Source string
}

// ObserverCount is the number of observer states from a date on.
type ObserverCount struct {
	Date   Date
	Count  float64
	Source string
}

// Design is an institutional design: a bundle of parameter values, never a
// branch in the code.
type Design struct {
	Name        string
	Title       Text
	Description Text
	Source      string
	Set         []Setting
	Rules       [NumBodies]Rule // nil keeps the scenario's
	From        Date            // reform date; 0 means from the start
}
