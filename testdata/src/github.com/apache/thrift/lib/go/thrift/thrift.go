// Package thrift is a stub of the library.
package thrift

import (
	"context"
	"io"
)

type ContextFlusher interface {
	Flush(ctx context.Context) (err error)
}

type ReadSizeProvider interface {
	RemainingBytes() (num_bytes uint64)
}

type TException interface {
	error
	TExceptionType() TExceptionType
}

type TExceptionType byte

type TProcessor interface {
	Process(ctx context.Context, in, out TProtocol) (bool, TException)
	ProcessorMap() map[string]TProcessorFunction
	AddToProcessorMap(string, TProcessorFunction)
}

type TProcessorFactory interface {
	GetProcessor(trans TTransport) TProcessor
}

type TProcessorFunction interface {
	Process(ctx context.Context, seqId int32, in, out TProtocol) (bool, TException)
}

type TProtocol interface{}

type TProtocolFactory interface {
	GetProtocol(trans TTransport) TProtocol
}

type TServer interface {
	Serve() error
	Stop() error
}

type TServerTransport interface{}

type TSimpleServer struct{}

func (p *TSimpleServer) AcceptLoop() error { return nil }
func (p *TSimpleServer) Serve() error      { return nil }
func (p *TSimpleServer) Stop() error       { return nil }

type TTransport interface {
	io.ReadWriteCloser
	ContextFlusher
	ReadSizeProvider
	Open() error
	IsOpen() bool
}

type TTransportFactory interface {
	GetTransport(trans TTransport) (TTransport, error)
}

func NewTSimpleServer2(processor TProcessor, serverTransport TServerTransport) *TSimpleServer {
	return nil
}
func NewTSimpleServer4(processor TProcessor, serverTransport TServerTransport, transportFactory TTransportFactory, protocolFactory TProtocolFactory) *TSimpleServer {
	return nil
}
func NewTSimpleServer6(processor TProcessor, serverTransport TServerTransport, inputTransportFactory TTransportFactory, outputTransportFactory TTransportFactory, inputProtocolFactory TProtocolFactory, outputProtocolFactory TProtocolFactory) *TSimpleServer {
	return nil
}
func NewTSimpleServerFactory2(processorFactory TProcessorFactory, serverTransport TServerTransport) *TSimpleServer {
	return nil
}
func NewTSimpleServerFactory4(processorFactory TProcessorFactory, serverTransport TServerTransport, transportFactory TTransportFactory, protocolFactory TProtocolFactory) *TSimpleServer {
	return nil
}
func NewTSimpleServerFactory6(processorFactory TProcessorFactory, serverTransport TServerTransport, inputTransportFactory TTransportFactory, outputTransportFactory TTransportFactory, inputProtocolFactory TProtocolFactory, outputProtocolFactory TProtocolFactory) *TSimpleServer {
	return nil
}
