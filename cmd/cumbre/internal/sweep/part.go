package sweep

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// span is a block of cells that a part covers: those from first to before last, of all
// points or of one shard's.
type span struct {
	first, last int64
	Shard
	sum string // of the part's files (partSum)
}

// Shard is the share of a study that one process runs: number Index, from 1, of Of.
type Shard struct{ Index, Of int }

// MaxShards is how many shards a study may be dealt to.
const MaxShards = 1_000_000

// Whole is the shard that is everything.
var Whole = Shard{1, 1}

// String writes a shard as 2/3.
func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Index, s.Of) }

// partsName is the folder of parts within the folder of a study.
const partsName = "parts"

var partName = regexp.MustCompile(`^cells-(\d{13})-(\d{13})(?:-(\d+)of(\d+))?-([0-9a-f]{8})\.runs\.parquet$`)

// stem is the name of a part without what tells its two tables apart.
func (s span) stem() string {
	name := fmt.Sprintf("cells-%013d-%013d", s.first, s.last)
	if s.Of > 1 {
		name += fmt.Sprintf("-%dof%d", s.Index, s.Of)
	}
	return name + "-" + s.sum
}

// partSum is the checksum in the name of a part: of the SHA-256 of its files, years first.
// The library checks pages as it reads them, but not what it knows of pages; a name shows
// every change of a file, whoever made it.
func partSum(checksums ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(checksums, "\n")))
	return hex.EncodeToString(sum[:4])
}

const (
	runsEnding  = ".runs.parquet"
	yearsEnding = ".years.parquet"
)

// parsePart reads the name of a part's table of runs.
func parsePart(name string) (s span, ok bool) {
	m := partName.FindStringSubmatch(name)
	if m == nil {
		return s, false
	}
	s.Shard = Whole
	s.first, _ = strconv.ParseInt(m[1], 10, 64)
	s.last, _ = strconv.ParseInt(m[2], 10, 64)
	if m[3] != "" {
		s.Index, _ = strconv.Atoi(m[3])
		s.Of, _ = strconv.Atoi(m[4])
	}
	s.sum = m[5]
	return s, s.first < s.last && s.Index >= 1 && s.Index <= s.Of && s.stem()+runsEnding == name
}

// parts lists the whole parts of a folder in order of their first cell. A part is whole
// once its table of runs has its name: that of years gets it before.
func (st *Store) parts() ([]span, error) {
	entries, err := os.ReadDir(filepath.Join(st.Dir, partsName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var all []span
	for _, e := range entries {
		if s, ok := parsePart(e.Name()); ok {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last), cmp.Compare(a.Index, b.Index), cmp.Compare(a.sum, b.sum))
	})
	return all, err
}

// coverage is which cells are done.
type coverage struct {
	points int64
	shards []Shard
	spans  map[Shard][]span // in order, none touching the next
}

func newCoverage(points int, all []span) *coverage {
	c := &coverage{points: int64(points), spans: map[Shard][]span{}}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b span) int { return cmp.Compare(a.first, b.first) })
	for _, s := range all {
		if _, known := c.spans[s.Shard]; !known {
			c.shards = append(c.shards, s.Shard)
		}
		own := c.spans[s.Shard]
		if n := len(own); n > 0 && s.first <= own[n-1].last {
			own[n-1].last = max(own[n-1].last, s.last)
			continue
		}
		c.spans[s.Shard] = append(own, s)
	}
	return c
}

// has reports whether a cell is done.
func (c *coverage) has(cell int64) bool {
	for _, shard := range c.shards {
		if shard.Of > 1 && !shard.ofPoint(cell%c.points) {
			continue
		}
		own := c.spans[shard]
		i, exact := slices.BinarySearchFunc(own, cell, func(s span, cell int64) int { return cmp.Compare(s.first, cell) })
		if exact || i > 0 && cell < own[i-1].last {
			return true
		}
	}
	return false
}

// count is the number of cells below a bound that parts of all points cover.
func (c *coverage) count(below int64) int64 {
	var n int64
	for _, s := range c.spans[Whole] {
		n += max(0, min(s.last, below)-s.first)
	}
	return n
}

// ofPoint reports whether a shard has the points at a place in the order of running.
func (s Shard) ofPoint(place int64) bool { return place%int64(s.Of) == int64(s.Index-1) }

// ofBlock reports whether a shard has a cell, where cells are dealt out in blocks.
func (s Shard) ofBlock(cell, block int64) bool { return cell/block%int64(s.Of) == int64(s.Index-1) }
