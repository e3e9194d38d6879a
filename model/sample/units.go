package sample

import (
	"fmt"

	"kinerja/model"
	"kinerja/model/sample/culture"
)

// kinds are the kinds of a block's units; the offices of later blocks are
// divisions of the two offices of Bukitintan.
var kinds = [unitCount]model.UnitKind{
	model.UnitOffice, model.UnitOffice, model.UnitClinic, model.UnitClinic, model.UnitClinic,
	model.UnitSchool, model.UnitSchool, model.UnitSchool,
}

var codes = [unitCount]string{"DINKES", "DISDIK", "PKM-1", "PKM-2", "PKM-3", "SMP-1", "SD-1", "SD-2"}

var bukitintan = [unitCount]string{
	"Dinas Kesehatan", "Dinas Pendidikan",
	"Puskesmas Tanjung Raya", "Puskesmas Sungai Batu", "Puskesmas Air Putih",
	"SMP Negeri 1 Bukitintan", "SD Negeri 03 Tanjung Raya", "SD Negeri 07 Sungai Batu",
}

// unit makes unit u of a block.
func unit(block, u int) model.Unit {
	x := model.Unit{
		ID: unitID(block, u), Code: codes[u], Name: bukitintan[u], Kind: kinds[u],
		Head: employeeID(block*blockSize + u), Zone: model.WIB,
	}
	if parent := parents[u]; parent != u {
		x.Parent = unitID(block, parent)
	}
	if kinds[u] == model.UnitSchool {
		x.NPSN = fmt.Sprint(99_000_000 + block*unitCount + u)
	}
	if block == 0 {
		return x
	}
	place := culture.Place(block - 1)
	x.Code = fmt.Sprintf("%s.%03d", codes[u], block)
	x.Name = [unitCount]string{
		"Korwil Kesehatan " + place, "Korwil Pendidikan " + place,
		"Puskesmas " + place, "Puskesmas " + place + " Utara", "Puskesmas " + place + " Selatan",
		"SMP Negeri 1 " + place, "SD Negeri 01 " + place, "SD Negeri 02 " + place,
	}[u]
	if parents[u] == u {
		x.Kind, x.Parent = model.UnitDivision, unitID(0, u)
	}
	return x
}
