// Package chatpb is what protoc-gen-go-grpc generates.
package chatpb

import "google.golang.org/grpc"

type ChatServer interface{ Listen() }

func RegisterChatServer(s grpc.ServiceRegistrar, srv ChatServer) {
	s.RegisterService(&Chat_ServiceDesc, srv)
}

var Chat_ServiceDesc = grpc.ServiceDesc{
	ServiceName: "chat.Chat",
	HandlerType: (*ChatServer)(nil),
	Streams: []grpc.StreamDesc{
		{
			StreamName:    "Listen",
			ServerStreams: true,
		},
	},
}
